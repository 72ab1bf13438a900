package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterthoughtsTest {
    private static final List<String> HISTORY = List.of("stack", "history", "--json", "--page-size", "1");

    private final List<List<String>> run = new ArrayList<>();
    private String answer = "";
    private final Afterthoughts sdks = new Afterthoughts(new Fake());

    @Test
    void noEngineRunsForOutputsThatNobodyReads() throws Exception {
        assertThat(run("stack", "output", "--json", "--show-secrets", "--stack", "dev"))
                .isEqualTo("{}");
        assertThat(run).isEmpty();
    }

    @Test
    void noEngineRunsToSelectWhatTheEnvironmentNames() throws Exception {
        assertThat(run("stack", "select", "--stack", "dev")).isEmpty();
        assertThat(run).isEmpty();
    }

    @Test
    void aBackendThatNumbersNoUpdatesIsAskedOnce() throws Exception {
        answer = "[{\"kind\": \"update\", \"version\": 0}]";
        String first = run(HISTORY.toArray(String[]::new));
        answer = "something else";

        assertThat(run(HISTORY.toArray(String[]::new))).isEqualTo(first);
        assertThat(run).hasSize(1);
    }

    @Test
    void oneThatNumbersThemIsAskedEachTime() throws Exception {
        answer = "[{\"kind\": \"update\",\n  \"version\": 41}]";
        run(HISTORY.toArray(String[]::new));
        answer = "[{\"kind\": \"update\", \"version\": 42}]";

        assertThat(run(HISTORY.toArray(String[]::new))).isEqualTo(answer);
        assertThat(run).hasSize(2);
    }

    @Test
    void allElseIsRun() throws Exception {
        answer = "exported";

        assertThat(run("stack", "export", "--show-secrets")).isEqualTo("exported");
        assertThat(run("stack")).isEqualTo("exported");
        assertThat(run).containsExactly(List.of("stack", "export", "--show-secrets"), List.of("stack"));
    }

    private String run(String... arguments) throws Exception {
        return sdks.run(List.of(arguments), CommandRunOptions.Empty).standardOutput();
    }

    private final class Fake implements PulumiCommand {
        @Override
        public Version version() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommandResult run(List<String> arguments, CommandRunOptions options) {
            run.add(arguments);
            return new CommandResult(0, answer, "");
        }
    }
}
