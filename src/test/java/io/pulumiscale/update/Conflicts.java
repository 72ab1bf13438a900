package io.pulumiscale.update;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the CLI says when the stack is locked on a file backend. */
final class Conflicts {
    private Conflicts() {}

    /** @param holders as {@code ada@laptop (pid 4711) at 2026-11-20T09:32:00Z} */
    static String by(String... holders) {
        return "error: the stack is currently locked by %d lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n"
                        .formatted(holders.length)
                + Stream.of(holders)
                        .map("  file:///state/.pulumi/locks/organization/p/dev/1.json: created by %s"::formatted)
                        .collect(Collectors.joining("\n"));
    }

    static CommandException exception(String... holders) {
        return EngineFailure.of(new CommandResult(255, "", by(holders)));
    }
}
