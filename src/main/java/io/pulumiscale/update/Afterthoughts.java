package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The engine's command as the SDK gets it. After an update the SDK asks three things, one after the other, by a CLI each
 * (ADR 0034). The outputs, masked and in plain, {@link StackOutputs} reads by one: the SDK is told that there are none. The
 * update's number in the history is asked for once on a backend that gives none, as the file backend. And before anything it
 * selects the stack, which the environment names ({@link Workspace}): what a person has selected stays.
 */
final class Afterthoughts implements PulumiCommand {
    private static final Pattern NUMBERED = Pattern.compile("\"version\"\\s*:\\s*[1-9]");

    private final PulumiCommand engine;
    private final AtomicReference<@Nullable CommandResult> unnumbered = new AtomicReference<>();

    Afterthoughts(PulumiCommand engine) {
        this.engine = engine;
    }

    @Override
    public Version version() {
        return engine.version();
    }

    @Override
    public CommandResult run(List<String> arguments, CommandRunOptions options) throws AutomationException {
        if (begins(arguments, "stack", "output")) {
            return new CommandResult(0, "{}", "");
        }
        if (begins(arguments, "stack", "select")) {
            return new CommandResult(0, "", "");
        }
        return begins(arguments, "stack", "history") ? history(arguments, options) : engine.run(arguments, options);
    }

    private CommandResult history(List<String> arguments, CommandRunOptions options) throws AutomationException {
        CommandResult known = unnumbered.get();
        if (known != null) {
            return known;
        }
        CommandResult answer = engine.run(arguments, options);
        if (!NUMBERED.matcher(answer.standardOutput()).find()) {
            unnumbered.set(answer);
        }
        return answer;
    }

    private static boolean begins(List<String> arguments, String... words) {
        return arguments.size() >= words.length
                && arguments.subList(0, words.length).equals(List.of(words));
    }
}
