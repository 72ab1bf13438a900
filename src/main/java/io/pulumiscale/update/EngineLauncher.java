package io.pulumiscale.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the CLI; a test starts something else. */
interface EngineLauncher {
    Process start(EngineCall call) throws IOException;

    /** With this process's environment, and the call's on top. */
    static EngineLauncher local() {
        return by(Path.of("/bin/sh"));
    }

    /** @param shell holds back what updates until it gets a line; a machine without one does not */
    static EngineLauncher by(Path shell) {
        boolean gate = Files.isExecutable(shell);
        return call -> {
            ProcessBuilder builder =
                    new ProcessBuilder(gate && call.updates() ? heldBack(shell, call.command()) : call.command());
            builder.environment().putAll(call.environment());
            call.folder().ifPresent(folder -> builder.directory(folder.toFile()));
            return builder.start();
        };
    }

    /**
     * The shell becomes the CLI, in the same process, once it has read a line. If it never gets one, as whoever started it is
     * dead, it ends: an engine that nobody has written down never gets to the stack's lock (ADR 14).
     */
    private static List<String> heldBack(Path shell, List<String> command) {
        List<String> held = new ArrayList<>(List.of(shell.toString(), "-c", "read -r go && exec \"$@\"", "sh"));
        held.addAll(command);
        return held;
    }
}
