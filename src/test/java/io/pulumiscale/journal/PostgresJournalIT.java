package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.ScalingIntent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real server, a schema a test. */
class PostgresJournalIT extends JournalContract {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PULUMISCALE_JOURNAL_USER", "postgres", "PULUMISCALE_JOURNAL_PASSWORD", "unused");

    private static @Nullable EmbeddedPostgres server;
    private static int schemas;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server().close();
    }

    @Override
    Journal open() {
        return open(emptySchema());
    }

    @Test
    void aRestartFindsWhatWaits() {
        ScalingIntent intent = alert("a", "web", new Delta(1));
        String schema = emptySchema();
        try (Journal journal = open(schema)) {
            journal.append(List.of(intent), List.of(), NOW);
        }
        try (Journal journal = open(schema)) {
            assertThat(journal.waiting()).containsExactly(intent);
            assertThat(journal.append(List.of(intent), List.of(), NOW))
                    .containsExactly(new Appended.Duplicate(intent.id()));
        }
    }

    @Test
    void aServerThatDropsItsConnectionsIsAJournalThatIsBackAtTheNextTry() {
        String schema = emptySchema();
        try (Journal journal = open(schema)) {
            ScalingIntent intent = alert("a", "web", new Delta(1));
            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pulumiscale'");
            try {
                journal.append(List.of(intent), List.of(), NOW);
            } catch (JournalException e) {
                assertThat(journal.append(List.of(intent), List.of(), NOW)).hasSize(1);
            }
            assertThat(journal.waiting()).containsExactly(intent);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeSo() {
        assertThatThrownBy(() -> Journals.open("jdbc:postgresql://127.0.0.1:1/journal", ENVIRONMENT, CLOCK))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal cannot be opened");
    }

    @Test
    void whoOnlyLooksMakesNothingAndIsToldTheServersTime() {
        String schema = emptySchema();

        JournalCondition condition = Journals.look(url(schema), ENVIRONMENT);

        assertThat(condition.clock())
                .hasValueSatisfying(now -> assertThat(now).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        assertThat(condition.text()).startsWith("jdbc:postgresql://127.0.0.1").doesNotContain("?");
        sql("DROP SCHEMA " + schema); // which is refused while there is something in it
        assertThatThrownBy(() -> Journals.look("jdbc:postgresql://127.0.0.1:1/journal", ENVIRONMENT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal cannot be opened");
    }

    private static Journal open(String schema) {
        return Journals.open(url(schema), ENVIRONMENT, CLOCK);
    }

    private static String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?currentSchema=%s".formatted(server().getPort(), schema);
    }

    private static String emptySchema() {
        String name = "journal" + schemas++;
        sql("CREATE SCHEMA " + name);
        return name;
    }

    private static void sql(String statement) {
        Jdbi.create(server().getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
    }

    private static EmbeddedPostgres server() {
        EmbeddedPostgres started = server;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }
}
