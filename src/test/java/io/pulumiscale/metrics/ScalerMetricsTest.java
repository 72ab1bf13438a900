package io.pulumiscale.metrics;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.http.Exposition;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.journal.ObservedJournal;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.model.UpdateStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScalerMetricsTest {
    private final SteppedClock clock = new SteppedClock(NOW);
    private final FakeStatus status = new FakeStatus();
    private final ScalerMetrics metrics =
            new ScalerMetrics(status, () -> 4, new ScalerMetrics.Build("0.1.0", "3.255.0"), clock);
    private final Journal journal = new ObservedJournal(new MemoryJournal(100), metrics.journal());

    @Test
    void intentsAreCountedBySourceAndOutcome() {
        journal.append(List.of(alert("a", "web", new Delta(1)), person("b", "web", new Delta(1))), List.of(), NOW);
        journal.append(List.of(alert("a", "web", new Delta(1))), List.of(), NOW);
        assertThat(page())
                .contains(
                        "pulumiscale_intents_total{outcome=\"accepted\",source=\"alertmanager\"} 1.0",
                        "pulumiscale_intents_total{outcome=\"duplicate\",source=\"alertmanager\"} 1.0",
                        "pulumiscale_intents_total{outcome=\"accepted\",source=\"manual\"} 1.0",
                        "pulumiscale_intents_total{outcome=\"accepted\",source=\"cloudwatch\"} 0.0");
    }

    @Test
    void decisionsAreCountedByPoolAndKind() {
        journal.hold(new Hold("web", 3, "", List.of()), NOW);
        journal.plan(List.of(new Resize("web", 3, 5, "", List.of()), new Resize("api", 4, 1, "", List.of())), NOW);
        Approval asked = journal.ask(new Resize("web", 3, 9, "", List.of()), NOW, NOW.plusSeconds(1));
        journal.decline(asked.id(), new Declined("ana", "", NOW));
        assertThat(page())
                .contains(
                        "pulumiscale_decisions_total{kind=\"hold\",pool=\"web\"} 1.0",
                        "pulumiscale_decisions_total{kind=\"scale_out\",pool=\"web\"} 1.0",
                        "pulumiscale_decisions_total{kind=\"scale_in\",pool=\"api\"} 1.0",
                        "pulumiscale_decisions_total{kind=\"approval\",pool=\"web\"} 1.0",
                        "pulumiscale_decisions_total{kind=\"declined\",pool=\"web\"} 1.0");
    }

    @Test
    void anUpdateIsCountedOnceWhenItHasEndedAndItsTimeMeasured() {
        Update running = plan().running(NOW);
        journal.save(running);
        assertThat(page()).contains("pulumiscale_updates_total{status=\"succeeded\"} 0.0");
        Update ended = running.ended(UpdateStatus.SUCCEEDED, Optional.empty(), NOW.plusMillis(2_500));
        journal.save(ended);
        journal.save(ended);
        journal.withdraw(plan(), "moved", NOW);
        assertThat(page())
                .contains(
                        "pulumiscale_updates_total{status=\"succeeded\"} 1.0",
                        "pulumiscale_updates_total{status=\"withdrawn\"} 1.0",
                        "pulumiscale_update_duration_seconds_bucket{le=\"2.0\"} 0",
                        "pulumiscale_update_duration_seconds_bucket{le=\"3.0\"} 1",
                        "pulumiscale_update_duration_seconds_sum 2.5",
                        "pulumiscale_update_duration_seconds_count 1");
    }

    @Test
    void theReactionIsFromTheArrivalOfAnIntentToTheEndOfTheUpdateThatAppliedIt() {
        IntentId id = IntentId.next(Clock.fixed(NOW.minusSeconds(4), ZoneOffset.UTC), new Random(1));
        Update update = journal.plan(List.of(new Resize("web", 3, 5, "", List.of(id, new IntentId("other")))), NOW);
        journal.save(update.ended(UpdateStatus.FAILED, Optional.empty(), NOW));
        assertThat(page()).contains("pulumiscale_reaction_seconds_count 0");
        Update again = journal.plan(List.of(new Resize("web", 3, 5, "", List.of(id))), NOW);
        journal.save(again.ended(UpdateStatus.SUCCEEDED, Optional.empty(), NOW));
        assertThat(page()).contains("pulumiscale_reaction_seconds_count 1", "pulumiscale_reaction_seconds_sum 4.0");
    }

    @Test
    void aLockThatIsWaitedForIsCountedAndMeasured() {
        metrics.progress(new UpdateProgress.Waiting(7, "ana"));
        clock.step(Duration.ofSeconds(20));
        metrics.progress(new UpdateProgress.Waiting(7, "ana"));
        assertThat(page())
                .contains(
                        "pulumiscale_lock_conflicts_total 2.0",
                        "pulumiscale_lock_waiting_seconds 20.0",
                        "pulumiscale_lock_wait_seconds_count 0");
        clock.step(Duration.ofSeconds(5));
        metrics.progress(new UpdateProgress.Begun(7));
        metrics.progress(new UpdateProgress.Resizing(7, "web"));
        assertThat(page())
                .contains(
                        "pulumiscale_lock_waiting_seconds 0.0",
                        "pulumiscale_lock_wait_seconds_count 1",
                        "pulumiscale_lock_wait_seconds_sum 25.0");
    }

    @Test
    void aLockThatIsNeverGotEndsWithTheUpdate() {
        Update update = plan();
        metrics.progress(new UpdateProgress.Waiting(update.id(), "ana"));
        clock.step(Duration.ofMinutes(3));
        journal.save(update.ended(UpdateStatus.STALLED, Optional.empty(), clock.instant()));
        assertThat(page())
                .contains(
                        "pulumiscale_lock_waiting_seconds 0.0",
                        "pulumiscale_lock_wait_seconds_sum 180.0",
                        "pulumiscale_updates_total{status=\"stalled\"} 1.0");
    }

    @Test
    void howThingsAreIsReadWhenItIsScraped() {
        assertThat(page())
                .contains(
                        "pulumiscale_ready 1.0",
                        "pulumiscale_held_up 1.0",
                        "pulumiscale_event_listeners 4.0",
                        "pulumiscale_journal_up 1.0",
                        "pulumiscale_journal_waiting_intents 2.0",
                        "pulumiscale_journal_oldest_intent_age_seconds 30.0",
                        "pulumiscale_approvals_waiting 0.0",
                        "pulumiscale_pool_current_size{pool=\"web\"} 3.0",
                        "pulumiscale_pool_desired_size{pool=\"web\"} 5.0",
                        "pulumiscale_pool_min_size{pool=\"web\"} 2.0",
                        "pulumiscale_pool_max_size{pool=\"web\"} 8.0",
                        "pulumiscale_pool_stale{pool=\"web\"} 1.0",
                        "pulumiscale_pool_stalled{pool=\"fresh\"} 0.0",
                        "pulumiscale_pool_alerts_firing{pool=\"web\"} 1.0",
                        "pulumiscale_pool_paused{direction=\"in\",pool=\"web\"} 1.0",
                        "pulumiscale_pool_paused{direction=\"out\",pool=\"web\"} 0.0",
                        "pulumiscale_build_info{engine=\"3.255.0\",version=\"0.1.0\"} 1");
        assertThat(page()).as("a size that is not known").doesNotContain("current_size{pool=\"fresh\"}");
        assertThat(page()).contains("jvm_memory_used_bytes", "process_cpu_seconds_total");
    }

    @Test
    void aJournalThatIsAwayIsToldAndTheRestToo() {
        status.away();
        metrics.incidents().wrongToken();
        assertThat(page())
                .contains(
                        "pulumiscale_journal_up 0.0",
                        "pulumiscale_ready 1.0",
                        "pulumiscale_authentication_failures_total 1.0")
                .doesNotContain("pulumiscale_pool_current_size");
    }

    @Test
    void whatTheDoorTurnsAwayIsCounted() {
        metrics.incidents().ignored(3);
        metrics.incidents().unknownPool();
        assertThat(page())
                .contains("pulumiscale_alerts_ignored_total 3.0", "pulumiscale_alerts_unknown_pool_total 1.0");
    }

    @Test
    void whoeverAsksForOpenMetricsGetsThem() {
        Exposition.Page open = metrics.page(Optional.of("application/openmetrics-text; version=1.0.0"));
        assertThat(open.contentType()).startsWith("application/openmetrics-text");
        assertThat(open.text()).endsWith("# EOF\n");
        assertThat(metrics.page(Optional.empty()).contentType()).startsWith("text/plain; version=0.0.4");
    }

    @Test
    void everyMetricIsInTheDocumentAndNothingElse() throws IOException {
        journal.hold(new Hold("web", 3, "", List.of()), NOW);
        metrics.notices().sent("notices[0]");
        metrics.notices().failed("notices[0]");
        assertThat(documented()).isEqualTo(exported());
    }

    private Set<String> exported() {
        return Pattern.compile("(?m)^# TYPE (pulumiscale_\\w+)")
                .matcher(page())
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() throws IOException {
        return Pattern.compile("(?m)^\\| `(pulumiscale_\\w+)")
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Update plan() {
        return journal.plan(List.of(new Resize("web", 3, 5, "", List.of())), NOW);
    }

    private String page() {
        return metrics.page(Optional.empty()).text();
    }
}
