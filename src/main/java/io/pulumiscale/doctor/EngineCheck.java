package io.pulumiscale.doctor;

import io.pulumiscale.update.EngineVersion;
import java.nio.file.Path;
import java.util.Optional;

/** The Pulumi CLI, and the language host that a person's {@code pulumi up} needs beside it. */
final class EngineCheck {
    private static final String LANGUAGE_HOST = "pulumi-language-java";

    private final Engine engine;
    private final SearchPath path;

    EngineCheck(Engine engine, SearchPath path) {
        this.engine = engine;
        this.path = path;
    }

    Finding cli() {
        try {
            String version = engine.ask("version").strip();
            return EngineVersion.unmet(version)
                    .<Finding>map(why -> new Finding.Failed(why, "export PATH=\"$(infra/engine/ensure):$PATH\""))
                    .orElseGet(() -> new Finding.Fine("Pulumi CLI " + version));
        } catch (Engine.NotDone e) {
            return new Finding.Failed(
                    "the Pulumi CLI cannot be run: " + e.said(), "export PATH=\"$(infra/engine/ensure):$PATH\"");
        }
    }

    Finding languageHost() {
        Optional<Path> found = path.find(LANGUAGE_HOST);
        return found.<Finding>map(file -> new Finding.Fine(file.toString()))
                .orElseGet(() -> new Finding.Warning(
                        LANGUAGE_HOST + " is not on PATH; the scaler does not need it, `pulumi up` does",
                        "export PATH=\"$(infra/engine/ensure):$PATH\""));
    }
}
