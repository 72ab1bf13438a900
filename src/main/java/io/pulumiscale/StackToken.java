package io.pulumiscale;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.RemoteOptions;
import io.pulumiscale.client.Bearer;
import io.pulumiscale.doctor.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The token that a scaler is asked with: of a file, of the environment, else of the stack's configuration. */
final class StackToken {
    static final String VARIABLE = "PULUMISCALE_TOKEN";
    static final String KEY = "pulumiscale:webhookToken";
    private static final int RANDOM_BYTES = 32;
    private static final String OTHERWISE = "--token-file and $PULUMISCALE_TOKEN give one without the Pulumi CLI";

    private final Map<String, String> environment;
    private final Function<Path, Engine> engines;

    /** @param engines the CLI in a folder */
    StackToken(Map<String, String> environment, Function<Path, Engine> engines) {
        this.environment = Map.copyOf(environment);
        this.engines = engines;
    }

    /** A new one, which nobody guesses if nobody guesses what the source gives. */
    static String random(RandomGenerator source) {
        byte[] bytes = new byte[RANDOM_BYTES];
        source.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws CommandFailed there is none */
    Bearer of(RemoteOptions options) {
        if (options.tokenFile().isPresent()) {
            return of(options.tokenFile().get());
        }
        String given = environment.getOrDefault(VARIABLE, "").strip();
        return given.isEmpty() ? ofStack(options.folder(), options.stack()) : checked(given, "$" + VARIABLE);
    }

    private static Bearer of(Path file) {
        try {
            return checked(Files.readString(file, StandardCharsets.UTF_8).strip(), file.toString());
        } catch (IOException e) {
            throw new CommandFailed(CommandFailed.INVALID, "no token can be read from " + file);
        }
    }

    private Bearer ofStack(Path folder, String stack) {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(whole.resolve("Pulumi.yaml"))) {
            throw new CommandFailed(
                    CommandFailed.INVALID,
                    "no token: there is no Pulumi.yaml in %s, whose stack's configuration has one (-C and -s name others); %s"
                            .formatted(whole, OTHERWISE));
        }
        try {
            String value = engines.apply(whole).ask("config", "get", KEY, "--stack", stack);
            return checked(value.strip(), "stack %s's configuration".formatted(stack));
        } catch (Engine.NotDone e) {
            throw new CommandFailed(
                    CommandFailed.FAILED,
                    "no token: the configuration of stack %s cannot be read: %s; %s"
                            .formatted(stack, e.said(), OTHERWISE));
        }
    }

    /** It becomes a header. */
    private static Bearer checked(String value, String origin) {
        if (!value.matches("[\\x20-\\x7e]+")) {
            throw new CommandFailed(
                    CommandFailed.INVALID,
                    "what %s has is no token: one has characters of ASCII, on one line".formatted(origin));
        }
        return new Bearer(value, origin);
    }
}
