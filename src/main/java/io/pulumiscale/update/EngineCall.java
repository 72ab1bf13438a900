package io.pulumiscale.update;

import com.pulumi.automation.CommandRunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One command line of the CLI.
 *
 * @param command the program first
 * @param environment beside this process's own
 * @param input for its standard input
 */
record EngineCall(List<String> command, Map<String, String> environment, Optional<Path> folder, String input) {
    private static final String PROGRAM = "pulumi";
    private static final String NEVER_ASK = "--non-interactive";

    /** They take the stack's lock and last as long as the providers do. */
    private static final Set<String> UPDATES = Set.of("up", "refresh", "destroy", "import", "preview");

    EngineCall {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static EngineCall of(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        return new EngineCall(command, Map.of(), Optional.empty(), "");
    }

    /** What the SDK's own command would run. */
    static EngineCall of(List<String> arguments, CommandRunOptions options) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(arguments);
        if (!arguments.contains(NEVER_ASK)) {
            command.add(NEVER_ASK);
        }
        String input = options.standardInput();
        return new EngineCall(
                command,
                options.additionalEnv(),
                Optional.ofNullable(options.workingDir()),
                input == null ? "" : input);
    }

    /** The CLI has the flag only with the variable. */
    EngineCall withEventLog(String address) {
        List<String> logging = new ArrayList<>(command);
        logging.addAll(List.of("--event-log", address));
        Map<String, String> debugging = new HashMap<>(environment);
        debugging.put("PULUMI_DEBUG_COMMANDS", "true");
        return new EngineCall(logging, debugging, folder, input);
    }

    /** What is written to it first: what updates is held back until it has a line. */
    String opening() {
        return updates() ? "go\n" + input : input;
    }

    boolean updates() {
        return command.size() > 1 && UPDATES.contains(command.get(1));
    }

    Duration deadline(EngineLimits limits) {
        return updates() ? limits.update() : limits.read();
    }
}
