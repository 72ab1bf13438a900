package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real programs of any Unix. */
class LocalCommandsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void bothStreamsAndTheExitCodeAreToldApart() throws IOException {
        Commands.Ran ran = sh("echo $NAME; echo oops >&2; exit 3", LONG);
        assertThat(ran).isEqualTo(new Commands.Ran(3, "ana\n", "oops\n"));
    }

    @Test
    void whatFillsBothStreamsEnds() throws IOException {
        Commands.Ran ran = sh("head -c 300000 /dev/zero | tr '\\0' e >&2; head -c 300000 /dev/zero | tr '\\0' o", LONG);
        assertThat(ran.output()).hasSize(300_000);
        assertThat(ran.errors()).hasSize(300_000);
    }

    @Test
    void nobodyAnswersItsQuestions() throws IOException {
        assertThat(sh("read answer || echo none", LONG).output()).isEqualTo("none\n");
    }

    @Test
    void whatDoesNotEndIsKilled() {
        assertThatThrownBy(() -> sh("sleep 3600", Duration.ofMillis(100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> commands().run(List.of("no-such-program-anywhere"), LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program-anywhere");
    }

    private Commands.Ran sh(String script, Duration patience) throws IOException {
        return commands().run(List.of("sh", "-c", script), patience);
    }

    private Commands commands() {
        return new LocalCommands(folder, Map.of("NAME", "ana", "PATH", System.getenv("PATH")));
    }
}
