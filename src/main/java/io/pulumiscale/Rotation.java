package io.pulumiscale;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.RotateOptions;
import io.pulumiscale.doctor.Engine;
import io.pulumiscale.stack.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A new token in the stack's configuration, and what is left to do then. */
final class Rotation {

    private final Engine engine;
    private final RandomGenerator random;

    Rotation(Engine engine, RandomGenerator random) {
        this.engine = engine;
        this.random = random;
    }

    /**
     * @return what is left to do, a line each
     * @throws CommandFailed there is no such token, or the CLI does not write it
     */
    List<String> rotate(RotateOptions options) {
        try {
            ConfigurationFile file = ConfigurationFile.of(options.folder(), options.stack());
            options.name().ifPresent(name -> checkThere(name, options.stack()));
            List<String> left = left(options, file);
            write(options);
            return left;
        } catch (IOException e) {
            throw CommandFailed.because(CommandFailed.INVALID, e);
        } catch (Engine.NotDone e) {
            throw new CommandFailed(CommandFailed.FAILED, "the token is the old one: " + e.said());
        }
    }

    /** Otherwise there would be a token without rights, which is a fault. */
    private void checkThere(String name, String stack) {
        try {
            engine.ask("config", "get", "--path", path(name), "--stack", stack);
        } catch (Engine.NotDone e) {
            throw new CommandFailed(
                    CommandFailed.INVALID,
                    "pulumiscale:tokens has no %s that could be rotated: %s".formatted(name, e.said()));
        }
    }

    private static String path(String name) {
        return "pulumiscale:tokens.%s.value".formatted(name);
    }

    private void write(RotateOptions options) {
        List<String> command = new ArrayList<>(List.of("config", "set", "--secret", "--stack", options.stack()));
        options.name()
                .ifPresentOrElse(
                        name -> command.addAll(List.of("--path", path(name))), () -> command.add(StackToken.KEY));
        engine.tell(StackToken.random(random), command.toArray(String[]::new));
    }

    private static List<String> left(RotateOptions options, ConfigurationFile file) throws IOException {
        String stack = options.stack();
        Path folder = options.folder().toAbsolutePath().normalize();
        List<String> lines = new ArrayList<>();
        lines.add(
                "A scaler that runs on the configuration in %s takes it within a second or two, without a restart. It takes"
                                .formatted(folder)
                        + " the old one too until its --token-grace is over: 10 minutes, unless it was told otherwise.");
        if (file.has("pulumiscale:scaler")) {
            lines.add("The scaler that the stack provisions gets it by: pulumi up -s " + stack);
        }
        if (options.name().isEmpty() && file.has("pulumiscale:endpoint")) {
            lines.add("SNS sends the old one until it is subscribed anew, within that time, by: pulumi up -s " + stack);
        }
        lines.add("Whoever else sends with it needs the new one: " + shown(options));
        lines.add("Commit Pulumi.%s.yaml, in which it is encrypted."
                .formatted(stack.substring(stack.lastIndexOf('/') + 1)));
        return lines;
    }

    private static String shown(RotateOptions options) {
        String what = options.name().map(name -> "--path " + path(name)).orElse(StackToken.KEY);
        return "pulumi config get %s -s %s".formatted(what, options.stack());
    }
}
