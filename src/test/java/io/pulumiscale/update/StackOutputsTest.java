package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.AutomationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell plays the CLI. */
class StackOutputsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final EngineLimits LIMITS = new EngineLimits(LONG, LONG, LONG, LONG);

    @TempDir
    private Path folder;

    private final FakeCli cli = new FakeCli();

    @AfterEach
    void nothingIsLeftRunning() {
        cli.killWhatIsLeft();
    }

    @Test
    void textsAreReadAsTheyAre() throws Exception {
        assertThat(read("echo '{\"topicArn\": \"arn:aws:sns\", \"sizes\": \"{\\\"web\\\": 3}\"}'"))
                .isEqualTo(Map.of("topicArn", "arn:aws:sns", "sizes", "{\"web\": 3}"));
    }

    @Test
    void whatIsNoTextIsJson() throws Exception {
        assertThat(read("echo '{\"somebodys\": {\"a\": [1, 2]}}'")).isEqualTo(Map.of("somebodys", "{\"a\":[1,2]}"));
    }

    @Test
    void aStackWithoutOutputsHasNone() throws Exception {
        assertThat(read("echo '{}'")).isEmpty();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> read("echo 'warning: something else'"))
                .isInstanceOf(AutomationException.class)
                .hasMessageContaining("the outputs are no JSON");
    }

    @Test
    void aFailureOfTheEngineIsPassedOn() {
        assertThatThrownBy(() -> read("echo 'no such stack' >&2; exit 255"))
                .isInstanceOf(AutomationException.class)
                .hasMessageContaining("no such stack");
    }

    private Map<String, String> read(String script) throws AutomationException {
        cli.script(script);
        return new StackOutputs(EngineCommand.open(cli, LIMITS), folder, Map.of(), "dev").read();
    }
}
