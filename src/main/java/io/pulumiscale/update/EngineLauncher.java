package io.pulumiscale.update;

import java.io.IOException;

/** Starts the CLI; a test starts something else. */
interface EngineLauncher {
    Process start(EngineCall call) throws IOException;

    /** With this process's environment, and the call's on top. */
    static EngineLauncher local() {
        return call -> {
            ProcessBuilder builder = new ProcessBuilder(call.command());
            builder.environment().putAll(call.environment());
            call.folder().ifPresent(folder -> builder.directory(folder.toFile()));
            return builder.start();
        };
    }
}
