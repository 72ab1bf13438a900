package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.SimulateOptions;
import io.pulumiscale.journal.JdbcJournal;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.Retention;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate --journal}: what a scaler that runs has in its journal, against the configuration of its folder. */
class ReplayTest {
    private final Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), """
                config:
                  pulumiscale:webhookToken: {secure: "v1:x"}
                  pulumiscale:pools:
                    web: {kind: kubernetes, min: 1, max: 6, image: "web:1"}
                """);
    }

    @Test
    void whatIsInTheJournalIsDecidedByThePoliciesOfTheFolder() {
        try (Journal journal = journal()) {
            journal.append(List.of(asked("k", 9, anHourAgo)), List.of(), anHourAgo);
            journal.append(List.of(asked("l", -1, later())), List.of(), later());
            journal.hold(
                    new Hold("web", 3, "x", List.of(asked("k", 9, anHourAgo).id())), anHourAgo);
            assertThat(simulate(folder.resolve("journal.db"), Duration.ofDays(1)))
                    .isZero();
        }
        assertThat(out.toString()).contains("resizes              1", "3→6  by hand, +9; capped 12→6 by max");
    }

    @Test
    void whatIsOlderThanSinceIsNotReplayed() {
        try (Journal journal = journal()) {
            journal.append(List.of(asked("k", 9, anHourAgo)), List.of(), anHourAgo);
            assertThatThrownBy(() -> simulate(folder.resolve("journal.db"), Duration.ofMinutes(1)))
                    .isInstanceOfSatisfying(
                            CommandFailed.class, it -> assertThat(it.exitCode()).isEqualTo(CommandFailed.INVALID));
        }
    }

    @Test
    void aJournalThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> simulate(folder.resolve("none.db"), Duration.ofDays(1)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("there is no journal");
    }

    private int simulate(Path journal, Duration since) {
        SimulateOptions options = new SimulateOptions(
                folder,
                "dev",
                Optional.empty(),
                Optional.of(journal.toString()),
                since,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                false,
                SimulateOptions.Output.TEXT);
        return new Replay(options, new PrintWriter(out, true), new PrintWriter(new StringWriter(), true)).run();
    }

    private Journal journal() {
        return JdbcJournal.file(folder.resolve("journal.db"), Retention.standard(), Clock.systemUTC());
    }

    private Instant later() {
        return anHourAgo.plus(Duration.ofMinutes(30));
    }

    private static ScalingIntent asked(String key, int by, Instant at) {
        ScalingIntent it = Samples.person(key, "web", new Change.Delta(by));
        return new ScalingIntent(
                it.id(), "web", it.change(), it.source(), "by hand, %+d".formatted(by), it.firing(), key, at);
    }
}
