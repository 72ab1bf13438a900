package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalProbeTest {
    @TempDir
    private Path folder;

    @Test
    void aJournalThatIsNotThereYetIsNotMade() {
        Path file = folder.resolve("deep/er/a.db");
        assertThat(look(file))
                .isEqualTo(new JournalCondition(
                        file + ", which the scaler will make", Optional.empty(), Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aJournalIsFineWhetherAScalerUsesItOrNot() {
        Path file = folder.resolve("a.db");
        try (Journal journal = open(file)) {
            assertThat(look(file).text()).isEqualTo(file.toString());
            assertThat(journal.waiting()).isEmpty();
        }
        assertThat(look(file).worry()).isEmpty();
        open(file).close();
    }

    @Test
    void theTablesOfALaterVersionAreSaid() {
        Path file = folder.resolve("a.db");
        open(file).close();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> handle.execute("""
                INSERT INTO pulumiscale_migrations
                SELECT 99, '99', 'of the future', type, script, checksum, installed_by, installed_on, execution_time, success
                FROM pulumiscale_migrations WHERE installed_rank = 1
                """));
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("newer version's: 99 of the future");
    }

    @Test
    void aFileThatIsNoJournalIsSaidAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("no.db"), "This is no database, and never was one. ".repeat(50));
        assertThatThrownBy(() -> look(file)).isInstanceOf(JournalException.class);
        assertThat(file).content().startsWith("This is no database");
    }

    @Test
    void inMemoryThereIsSomethingToWorryAbout() {
        assertThat(Journals.look("memory", Map.of()).worry()).contains("a restart forgets what was accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://host/journal, a journal is a file",
        "jdbc:postgresql://host/journal?password=hush, 'given by PULUMISCALE_JOURNAL_PASSWORD, not in the URL'",
    })
    void whatIsNoLocationIsSaid(String location, String said) {
        assertThatThrownBy(() -> Journals.look(location, Map.of()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(said);
    }

    private static JournalCondition look(Path file) {
        return Journals.look(file.toString(), Map.of());
    }

    private static Journal open(Path file) {
        return JdbcJournal.file(file, Retention.standard(), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
