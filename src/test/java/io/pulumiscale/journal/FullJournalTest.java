package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that cannot be written says so, keeps nothing, and is as good as before once it can. */
class FullJournalTest {
    private static final String REFUSE = """
            CREATE TRIGGER full BEFORE INSERT ON intents WHEN %s
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END
            """;

    @TempDir
    private Path folder;

    private Journal journal = new MemoryJournal(1);

    @BeforeEach
    void open() {
        journal = JdbcJournal.file(folder.resolve("journal.db"), Retention.standard(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void nothingIsKeptOfADeliveryThatDoesNotFitAndTheRetryWorks() {
        sql(REFUSE.formatted("NEW.id = 'b'"));
        List<ScalingIntent> delivery = List.of(intent("a"), intent("b"));
        assertThatThrownBy(() -> journal.append(delivery, List.of(), Samples.NOW))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("database or disk is full");
        assertThat(journal.waiting()).isEmpty();

        sql("DROP TRIGGER full");
        assertThat(journal.append(delivery, List.of(), Samples.NOW)).hasOnlyElementsOfType(Accepted.class);
        assertThat(journal.waiting()).isEqualTo(delivery);
    }

    @Test
    void aFileWithoutItsTablesIsAJournalThatIsAway() {
        sql("ALTER TABLE intents RENAME TO gone");
        assertThatThrownBy(() -> journal.append(List.of(intent("a")), List.of(), Samples.NOW))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.waiting()).isInstanceOf(JournalException.class);
        sql("ALTER TABLE gone RENAME TO intents");
        assertThat(journal.append(List.of(intent("a")), List.of(), Samples.NOW))
                .containsExactly(new Accepted(intent("a").id()));
    }

    private void sql(String statement) {
        Jdbi.create("jdbc:sqlite:" + folder.resolve("journal.db")).useHandle(handle -> handle.execute(statement));
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(1));
    }
}
