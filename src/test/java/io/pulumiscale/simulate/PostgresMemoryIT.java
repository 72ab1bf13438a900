package io.pulumiscale.simulate;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.journal.Tenure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a journal on a real server that a scaler has open. */
class PostgresMemoryIT {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PULUMISCALE_JOURNAL_USER", "postgres", "PULUMISCALE_JOURNAL_PASSWORD", "unused");

    private EmbeddedPostgres server;

    @BeforeEach
    void open() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whatCameInIsReplayedFromTheFirstSizeOn() {
        try (Journal journal = Journals.open(url(), ENVIRONMENT, Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(journal.lease().tenure()).isEqualTo(new Tenure.Held(1));
            MemoryTest.assertReplayed(journal, url(), ENVIRONMENT);
        }
    }

    @Test
    void aDatabaseWithoutAJournalIsLeftAlone() {
        assertThatThrownBy(() -> Journals.past(url(), ENVIRONMENT, NOW)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> Journals.past(url(), ENVIRONMENT, NOW))
                .as("nothing was made by the first look")
                .isInstanceOf(JournalException.class);
    }

    private String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
    }
}
