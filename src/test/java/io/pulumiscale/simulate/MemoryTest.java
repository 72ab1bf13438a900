package io.pulumiscale.simulate;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.JdbcJournal;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.journal.Past;
import io.pulumiscale.journal.Retention;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Source;
import io.pulumiscale.simulate.Occurrence.Asked;
import io.pulumiscale.simulate.Occurrence.Ends;
import io.pulumiscale.simulate.Occurrence.Fires;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a journal on the disk that a scaler has open. */
class MemoryTest {
    private static final PoolCatalog CATALOG = PoolCatalog.of(List.of(Samples.pool("web", 1, 8)));

    @TempDir
    private Path folder;

    @Test
    void whatCameInIsReplayedFromTheFirstSizeOn() {
        String file = folder.resolve("journal.db").toString();
        try (Journal journal =
                JdbcJournal.file(Path.of(file), Retention.standard(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertReplayed(journal, file, Map.of());
        }
    }

    /** @param location of an empty journal that is open */
    static void assertReplayed(Journal journal, String location, Map<String, String> environment) {
        journal.append(
                List.of(
                        Samples.alert("Backlog", "web", new Change.Delta(2)),
                        Samples.person("by hand", "web", new Change.SetTo(4)),
                        Samples.person("gone", "batch", new Change.SetTo(4))),
                List.of(),
                NOW);
        journal.append(
                List.of(),
                List.of(new AlertEnd("Backlog", "web", Source.ALERTMANAGER, NOW.plusSeconds(30))),
                NOW.plusSeconds(31));
        journal.hold(new Hold("web", 5, "x", List.of()), NOW);

        Past past = Journals.past(location, environment, NOW.minus(Duration.ofDays(1)));
        assertThat(past.sizes()).containsExactly(Map.entry("web", 5));
        assertThat(Memory.of(location, past, CATALOG))
                .containsExactly(
                        new Fires(NOW, "web", "Backlog", new Change.Delta(2)),
                        new Asked(NOW, "web", new Change.SetTo(4), Optional.of("by hand")),
                        new Ends(NOW.plusSeconds(31), "web", "Backlog"));

        Past later = Journals.past(location, environment, NOW.plusSeconds(1));
        assertThatThrownBy(() -> Memory.of(location, later, CATALOG)).isInstanceOf(BadInput.class);
    }

    @Test
    void aJournalThatIsNotThereIsNotMade() {
        Path none = folder.resolve("none.db");
        assertThatThrownBy(() -> Journals.past(none.toString(), Map.of(), NOW))
                .isInstanceOf(JournalException.class)
                .hasMessage("there is no journal " + none);
        assertThat(none).doesNotExist();
    }
}
