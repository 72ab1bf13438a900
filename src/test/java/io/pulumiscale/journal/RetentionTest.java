package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over is kept for a day, and at most so many intents of it. */
class RetentionTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(NOW);

    @Test
    void whatIsOldAndAnsweredIsForgottenWithItsKeyItsDecisionAndItsUpdate() {
        try (Journal journal = open(100)) {
            journal.append(List.of(intent("held"), intent("applied")), List.of(), NOW);
            journal.hold(hold("held"), NOW);
            end(journal.plan(List.of(resize("applied")), NOW), journal);
            laterDecision(journal);
        }
        clock.step(DAY.plusSeconds(1));
        try (Journal journal = open(100)) {
            assertThat(journal.updates(10)).isEmpty();
            assertThat(rows("intents")).isEqualTo(1);
            assertThat(rows("decisions")).isEqualTo(1);
            assertThat(rows("decision_intents")).isEqualTo(1);
            assertThat(journal.append(List.of(intent("held")), List.of(), NOW)).hasOnlyElementsOfType(Accepted.class);
        }
    }

    @Test
    void whatIsNotYetOldIsKept() {
        try (Journal journal = open(100)) {
            journal.append(List.of(intent("held"), intent("applied")), List.of(), NOW);
            journal.hold(hold("held"), NOW);
            end(journal.plan(List.of(resize("applied")), NOW), journal);
            laterDecision(journal);
        }
        clock.step(DAY);
        try (Journal journal = open(100)) {
            assertThat(journal.updates(10)).hasSize(1);
            assertThat(journal.append(List.of(intent("held")), List.of(), NOW)).hasOnlyElementsOfType(Duplicate.class);
            assertThat(rows("decisions")).isEqualTo(3);
        }
    }

    @Test
    void enginesAreForgottenByTheirEndAndThoseThatNobodySawEndAreNot() {
        EngineRun left = EngineRun.started("here", 1, NOW);
        EngineRun old = EngineRun.started("here", 2, NOW).ended(NOW);
        EngineRun recent = EngineRun.started("here", 3, NOW).ended(NOW.plusSeconds(1));
        try (Journal journal = open(100)) {
            List.of(left, old, recent).forEach(journal::save);
        }
        clock.step(DAY.plusSeconds(1));
        try (Journal journal = open(100)) {
            assertThat(journal.engineRuns()).containsExactlyInAnyOrder(left, recent);
        }
    }

    @Test
    void whatWaitsOrIsUnderWayIsNeverForgotten() {
        Update underWay;
        try (Journal journal = open(0)) {
            journal.append(List.of(intent("waits"), intent("planned")), List.of(), NOW);
            underWay = journal.plan(List.of(resize("planned")), NOW);
            laterDecision(journal);
        }
        clock.step(DAY.multipliedBy(1_000));
        try (Journal journal = open(0)) {
            assertThat(journal.waiting()).containsExactly(intent("waits"));
            assertThat(journal.unfinished()).containsExactly(underWay);
            assertThat(journal.append(List.of(intent("planned")), List.of(), NOW))
                    .hasOnlyElementsOfType(Duplicate.class);
        }
    }

    @Test
    void theLatestDecisionOfAPoolIsKeptHoweverOldItIs() {
        try (Journal journal = open(100)) {
            journal.append(List.of(intent("held")), List.of(), NOW);
            journal.hold(hold("held"), NOW);
        }
        clock.step(DAY.multipliedBy(1_000));
        try (Journal journal = open(100)) {
            assertThat(rows("intents")).isZero();
            assertThat(Optional.ofNullable(journal.lastDecisions().get("web")).map(Decided::decision))
                    .contains(hold("held"));
        }
    }

    @Test
    void ofMoreIntentsThanAreKeptTheOldestGo() {
        try (Journal journal = open(2)) {
            for (String key : List.of("a", "b", "c", "d")) {
                journal.append(List.of(intent(key)), List.of(), NOW);
                journal.hold(hold(key), NOW);
            }
        }
        try (Journal journal = open(2)) {
            assertThat(journal.append(List.of(intent("c"), intent("d")), List.of(), NOW))
                    .hasOnlyElementsOfType(Duplicate.class);
            assertThat(journal.append(List.of(intent("a"), intent("b")), List.of(), NOW))
                    .hasOnlyElementsOfType(Accepted.class);
        }
    }

    @Test
    void alertsAreForgottenOnceNothingWasHeardOfThemForADay() {
        try (Journal journal = open(100)) {
            journal.append(List.of(intent("fires"), intent("ended"), intent("late"), intent("waits")), List.of(), NOW);
            List.of("fires", "ended", "late").forEach(key -> journal.hold(hold(key), NOW));
            journal.append(List.of(), List.of(end("ended"), end("unknown")), NOW);
            journal.append(List.of(), List.of(end("late")), NOW.plusSeconds(1));
            journal.append(List.of(later("recent")), List.of(end("recent")), NOW);
            journal.hold(hold("recent"), NOW);
        }
        clock.step(DAY.plusSeconds(1));
        open(100).close();
        assertThat(texts("SELECT alert FROM alerts ORDER BY alert")).containsExactly("late", "recent", "waits");
    }

    @Test
    void approvalsAreForgottenADayAfterTheyExpireButNotThePoolsLatest() {
        Resize resize = new Resize("web", 3, 9, "launch", List.of());
        try (Journal journal = open(100)) {
            journal.ask(resize, NOW, NOW);
            journal.ask(resize, NOW, NOW.plusSeconds(1));
            journal.ask(resize, NOW, NOW);
        }
        clock.step(DAY.plusSeconds(1));
        open(100).close();
        assertThat(texts("SELECT id FROM approvals ORDER BY id")).containsExactly("2", "3");
    }

    @Test
    void noticesAreForgottenByTheirAgeButNotTheNewest() {
        Resize resize = new Resize("web", 3, 9, "launch", List.of());
        try (Journal journal = open(100)) {
            journal.follow("slow");
            journal.follow("quick");
            journal.ask(resize, NOW, NOW);
            journal.ask(resize, NOW.plusSeconds(2), NOW);
            journal.ask(resize, NOW, NOW);
            journal.told("quick", 3);
        }
        clock.step(DAY.plusSeconds(1));
        try (Journal journal = open(100)) {
            assertThat(texts("SELECT id FROM notices ORDER BY id")).containsExactly("2", "3");
            assertThat(texts("SELECT receiver FROM notice_cursors"))
                    .as("who is no longer there")
                    .containsExactly("quick");
            journal.follow("new");
            assertThat(journal.notices("new", 10))
                    .as("only what comes from now on")
                    .isEmpty();
            assertThat(journal.notices("quick", 10)).isEmpty();
            long next = journal.ask(resize, NOW, NOW).id();
            assertThat(journal.notices("new", 10))
                    .extracting(it -> it.approval().orElseThrow())
                    .containsExactly(next);
        }
    }

    /** As alerts that go on make them, again and again. */
    @Test
    void decisionsWithoutIntentsAreForgottenByTheirAgeWithTheirUpdates() {
        Resize resize = new Resize("web", 3, 4, "HighCPU, +1", List.of());
        try (Journal journal = open(100)) {
            end(journal.plan(List.of(resize), NOW), journal);
            end(journal.plan(List.of(resize), NOW.plusSeconds(1)), journal);
            end(journal.plan(List.of(resize), NOW), journal);
        }
        clock.step(DAY.plusSeconds(1));
        try (Journal journal = open(100)) {
            assertThat(journal.updates(10)).extracting(Update::id).containsExactly(3L, 2L);
            assertThat(rows("decisions")).isEqualTo(2);
        }
    }

    @Test
    void itIsLookedAtAgainWhileTheScalerRuns() {
        Retention often = new Retention(DAY, 100, Duration.ofMillis(10));
        try (Journal journal = JdbcJournal.file(folder.resolve("journal.db"), often, clock)) {
            journal.append(List.of(intent("held")), List.of(), NOW);
            journal.hold(hold("held"), NOW);
            assertThat(rows("intents")).isEqualTo(1);
            clock.step(DAY.plusSeconds(1));
            await().until(() -> rows("intents") == 0);
        }
    }

    private static void laterDecision(Journal journal) {
        journal.append(List.of(later("late")), List.of(), NOW);
        journal.hold(hold("late"), NOW);
    }

    /** Received when all others are long over. */
    private static ScalingIntent later(String key) {
        ScalingIntent it = intent(key);
        Instant then = NOW.plus(DAY.multipliedBy(2_000));
        return new ScalingIntent(it.id(), "web", it.change(), it.source(), key, it.firing(), key, then);
    }

    private static AlertEnd end(String alert) {
        return new AlertEnd(alert, "web", Source.ALERTMANAGER, NOW.plusSeconds(1));
    }

    private static void end(Update update, Journal journal) {
        journal.save(update.ended(UpdateStatus.SUCCEEDED, Optional.empty(), NOW));
    }

    private Journal open(int intents) {
        return JdbcJournal.file(folder.resolve("journal.db"), new Retention(DAY, intents, HOUR), clock);
    }

    private int rows(String table) {
        return Integer.parseInt(texts("SELECT COUNT(*) FROM " + table).get(0));
    }

    private List<String> texts(String query) {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("journal.db"))
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(1));
    }

    private static Hold hold(String key) {
        return new Hold("web", 3, "enough", List.of(intent(key).id()));
    }

    private static Resize resize(String key) {
        return new Resize("web", 3, 4, key, List.of(intent(key).id()));
    }
}
