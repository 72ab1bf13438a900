package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the Pulumi CLI. */
public final class Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final JsonMapper JSON = new JsonMapper();

    private final Commands commands;

    public Engine(Commands commands) {
        this.commands = commands;
    }

    /** The one on this process's {@code PATH}. */
    public static Engine in(Path folder, Map<String, String> environment) {
        return new Engine(new LocalCommands(folder, environment));
    }

    /** @throws NotDone with what the CLI says, for people */
    public String ask(String... arguments) {
        return tell("", arguments);
    }

    /**
     * @param input what it reads, which may be a secret
     * @throws NotDone the same
     */
    public String tell(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("pulumi"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--non-interactive", "--color", "never"));
        try {
            Commands.Ran ran = commands.run(command, input, PATIENCE);
            if (ran.succeeded()) {
                return ran.output();
            }
            throw new NotDone(said(ran));
        } catch (IOException e) {
            throw new NotDone(String.valueOf(e.getMessage()));
        }
    }

    /** @throws NotDone the same, or what it says is not JSON */
    JsonNode json(String... arguments) {
        try {
            return JSON.readTree(ask(arguments));
        } catch (IOException e) {
            throw new NotDone("`pulumi %s` did not answer in JSON".formatted(String.join(" ", arguments)));
        }
    }

    /** Its lines that begin with {@code error:}, or all of them if there are none. */
    private static String said(Commands.Ran ran) {
        String errors = ran.errors()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .map(line -> line.substring("error: ".length()).strip())
                .distinct()
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? ran.errors().strip() : errors;
    }

    /** It ended with an error, or not in time. */
    public static final class NotDone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotDone(String said) {
            super(said);
        }

        public String said() {
            return String.valueOf(getMessage());
        }
    }
}
