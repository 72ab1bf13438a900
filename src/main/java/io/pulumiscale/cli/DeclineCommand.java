package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "decline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says no to a resize that waits for a person's word.",
            "What was asked is answered so. Alerts that go on do not ask again for a while; people may."
        })
final class DeclineCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Parameters(paramLabel = "ID", description = "Of `approvals`.")
    private long id;

    @Mixin
    private final WordChoice word = new WordChoice();

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    DeclineCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        new Ranges().check("ID", id, 1L, Long.MAX_VALUE).end();
        return actions.decline(choice.options(), new DeclineOptions(id, word.reason(), word.by()));
    }
}
