package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Override
    Journal open() {
        return file("contract.db");
    }

    @Test
    void aRestartFindsEverythingAsItWas() {
        Update running;
        try (Journal journal = file("a.db")) {
            journal.append(List.of(intent("held"), intent("planned"), intent("waits")), List.of(), NOW);
            journal.hold(new Hold("web", 3, "enough", List.of(intent("held").id())), NOW);
            running = journal.plan(List.of(resize("planned")), NOW).running(NOW);
            journal.save(running);
        }
        try (Journal journal = file("a.db")) {
            assertThat(journal.waiting()).containsExactly(intent("waits"));
            assertThat(journal.unfinished()).containsExactly(running);
            assertThat(Optional.ofNullable(journal.lastDecisions().get("web")).map(Decided::decision))
                    .contains(resize("planned"));
            assertThat(journal.append(List.of(intent("held"), intent("new")), List.of(), NOW))
                    .containsExactly(
                            new Duplicate(intent("held").id()),
                            new Accepted(intent("new").id()));
        }
    }

    /** With less, a commit returns before it is on the disk, and a 202 with it. */
    @Test
    void everyConnectionHasItsCommitsFsynced() {
        try (Database database = Database.open(Sqlite.at(folder.resolve("a.db")), "sqlite")) {
            assertThat(database.<List<String>>read(handle -> List.of(
                            handle.createQuery("PRAGMA synchronous")
                                    .mapTo(String.class)
                                    .one(),
                            handle.createQuery("PRAGMA journal_mode")
                                    .mapTo(String.class)
                                    .one())))
                    .containsExactly("2", "wal");
        }
    }

    @Test
    void aSecondScalerIsRefused() {
        try (Journal journal = file("a.db")) {
            assertThat(journal.waiting()).isEmpty();
            assertThatThrownBy(() -> file("a.db"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another scaler uses the journal")
                    .hasMessageContaining("a.db");
        }
        file("a.db").close();
    }

    @Test
    void whatAClosedJournalIsAskedForIsRefused() {
        Journal journal = file("a.db");
        journal.close();
        assertThatThrownBy(() -> journal.append(List.of(intent("a")), List.of(), NOW))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(journal::waiting).isInstanceOf(JournalException.class);
        journal.close();
    }

    @Test
    void theTablesOfALaterVersionAreRefused() {
        file("a.db").close();
        Jdbi.create("jdbc:sqlite:" + folder.resolve("a.db")).useHandle(handle -> handle.execute("""
                INSERT INTO pulumiscale_migrations
                SELECT 99, '99', 'of the future', type, script, checksum, installed_by, installed_on, execution_time, success
                FROM pulumiscale_migrations WHERE installed_rank = 1
                """));
        assertThatThrownBy(() -> file("a.db"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal's tables cannot be made");
    }

    @Test
    void aFileThatIsNoJournalIsRefused() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("no.db"), "This is no database, and never was one. ".repeat(50));
        assertThatThrownBy(() -> file("no.db")).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> file("no.db/below.db")).isInstanceOf(JournalException.class);
    }

    private Journal file(String name) {
        return JdbcJournal.file(folder.resolve(name), Retention.standard(), CLOCK);
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(1));
    }

    private static Resize resize(String key) {
        return new Resize("web", 3, 4, key, List.of(intent(key).id()));
    }
}
