package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal tells of the past, and of pauses. */
abstract class HistoryContract extends PoolsContract {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MUCH_LATER = NOW.plusSeconds(120);

    @Test
    void anEmptyHistoryHasNothing() {
        assertThat(journal.history(HistoryQuery.latest(10))).isEmpty();
        assertThat(journal.intent(new IntentId("a"))).isEmpty();
        assertThat(journal.sizes("web", NOW, 10)).isEmpty();
        assertThat(journal.stalled()).isEmpty();
        assertThat(journal.pauses()).isEmpty();
    }

    @Test
    void aDecisionIsToldWithItsTimeWhoAskedAndWhatBecameOfIt() {
        received("a", "b");
        Update update = resized("web", 3, 5, LATER, "b", "a");
        HistoryEntry entry = journal.history(HistoryQuery.latest(10)).get(0);
        assertThat(entry.decided().decision()).isEqualTo(new Resize("web", 3, 5, "", ids("b", "a")));
        assertThat(entry.decided().at()).isEqualTo(NOW);
        assertThat(entry.decided().update()).contains(update.id());
        assertThat(entry.intents()).containsExactly(intent("b"), intent("a"));
        assertThat(entry.update()).contains(update);
    }

    @Test
    void theNewestComeFirstAndOlderOnesByThePage() {
        held("web", NOW);
        held("api", LATER);
        held("web", MUCH_LATER);
        List<HistoryEntry> all = journal.history(HistoryQuery.latest(10));
        assertThat(pools(all)).containsExactly("web", "api", "web");
        assertThat(all).extracting(it -> it.decided().at()).containsExactly(MUCH_LATER, LATER, NOW);
        long newest = all.get(0).decided().id();
        assertThat(journal.history(HistoryQuery.latest(1).before(newest))).containsExactly(all.get(1));
        assertThat(journal.history(HistoryQuery.latest(10).before(newest))).containsExactly(all.get(1), all.get(2));
    }

    @Test
    void whatIsNewSinceAnEntryIsToldAndTheEntryIsNot() {
        held("web", NOW);
        held("api", LATER);
        long first = journal.history(HistoryQuery.latest(10)).get(1).decided().id();
        assertThat(pools(journal.history(HistoryQuery.latest(10).after(first)))).containsExactly("api");
        assertThat(journal.history(HistoryQuery.latest(10).after(first + 100))).isEmpty();
    }

    @Test
    void poolsAndATimeNarrowIt() {
        held("web", NOW);
        held("api", LATER);
        held("jobs", MUCH_LATER);
        assertThat(pools(journal.history(HistoryQuery.latest(10).of(Set.of("web", "jobs")))))
                .containsExactly("jobs", "web");
        assertThat(pools(journal.history(HistoryQuery.latest(10).since(LATER)))).containsExactly("jobs", "api");
        assertThat(journal.history(HistoryQuery.latest(10).of(Set.of("it's \"other\""))))
                .isEmpty();
    }

    @Test
    void anIntentWaitsUntilADecisionAnswersIt() {
        received("a");
        assertThat(journal.intent(new IntentId("a"))).contains(new IntentStory(intent("a"), true, List.of()));
        journal.hold(new Hold("web", 3, "enough", ids("a")), LATER);
        IntentStory story = journal.intent(new IntentId("a")).orElseThrow();
        assertThat(story.waiting()).isFalse();
        assertThat(story.decisions())
                .extracting(it -> it.decided().decision().reason())
                .containsExactly("enough");
    }

    @Test
    void anIntentWhoseUpdateWasWithdrawnWaitsAgainAndThatIsTold() {
        received("a");
        Update first = journal.plan(List.of(new Resize("web", 3, 5, "", ids("a"))), NOW);
        assertThat(journal.intent(new IntentId("a")).orElseThrow().waiting()).isFalse();
        journal.withdraw(first, "moved", LATER);
        IntentStory waits = journal.intent(new IntentId("a")).orElseThrow();
        assertThat(waits.waiting()).isTrue();
        assertThat(waits.decisions()).hasSize(1);
        Update second = resized("web", 4, 6, MUCH_LATER, "a");
        IntentStory done = journal.intent(new IntentId("a")).orElseThrow();
        assertThat(done.waiting()).isFalse();
        assertThat(done.decisions())
                .extracting(it -> it.update().map(Update::id))
                .containsExactly(Optional.of(second.id()), Optional.of(first.id()));
    }

    @Test
    void sizesOverTimeAreThoseThatWereApplied() {
        resized("web", 3, 5, NOW);
        resized("api", 1, 2, NOW);
        failed("web", 5, 9, LATER);
        resized("web", 5, 4, LATER);
        resized("web", 4, 6, MUCH_LATER);
        assertThat(journal.sizes("web", NOW, 10))
                .containsExactly(
                        new SizeChange(NOW, 3, 5), new SizeChange(LATER, 5, 4), new SizeChange(MUCH_LATER, 4, 6));
    }

    @Test
    void theSizeBeforeATimeIsToldToo() {
        resized("web", 3, 5, NOW);
        resized("web", 5, 4, LATER);
        resized("web", 4, 6, MUCH_LATER);
        assertThat(journal.sizes("web", MUCH_LATER, 10))
                .containsExactly(new SizeChange(LATER, 5, 4), new SizeChange(MUCH_LATER, 4, 6));
        assertThat(journal.sizes("web", NOW, 2))
                .as("the newest of many")
                .containsExactly(new SizeChange(LATER, 5, 4), new SizeChange(MUCH_LATER, 4, 6));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "SUCCEEDED"})
    void aPoolIsStalledUntilItsNextUpdateEnds(UpdateStatus next) {
        end("web", UpdateStatus.STALLED, NOW);
        end("api", UpdateStatus.FAILED, NOW);
        assertThat(journal.stalled()).containsExactly("web");
        journal.withdraw(journal.plan(List.of(resize("web")), LATER), "moved", LATER);
        assertThat(journal.stalled()).as("a withdrawn update was none").containsExactly("web");
        end("web", next, MUCH_LATER);
        assertThat(journal.stalled()).isEmpty();
    }

    @Test
    void aPauseIsAboutOnePoolAndOneDirection() {
        Pause out = new Pause("web", Direction.OUT, "a move", "ana", NOW);
        Pause in = new Pause("web", Direction.IN, "", "", NOW);
        Pause other = new Pause("api", Direction.OUT, "tests", "bo", LATER);
        journal.pause(List.of(out, in));
        journal.pause(List.of(other));
        assertThat(journal.pauses()).containsExactlyInAnyOrder(out, in, other);
        journal.resume("web", Set.of(Direction.IN));
        journal.resume("nowhere", Set.of(Direction.IN, Direction.OUT));
        assertThat(journal.pauses()).containsExactlyInAnyOrder(out, other);
        journal.resume("web", Set.of(Direction.IN, Direction.OUT));
        assertThat(journal.pauses()).containsExactly(other);
    }

    @Test
    void theLatestWordAboutADirectionCounts() {
        journal.pause(List.of(new Pause("web", Direction.OUT, "a move", "ana", NOW)));
        Pause again = new Pause("web", Direction.OUT, "still", "bo", LATER);
        journal.pause(List.of(again));
        assertThat(journal.pauses()).containsExactly(again);
    }

    private void received(String... keys) {
        for (String key : keys) {
            journal.append(List.of(intent(key)), List.of(), NOW);
        }
    }

    private void held(String pool, Instant at) {
        journal.hold(new Hold(pool, 3, "cooldown", List.of()), at);
    }

    private Update resized(String pool, int from, int to, Instant at, String... intents) {
        Update update = journal.plan(List.of(new Resize(pool, from, to, "", ids(intents))), NOW)
                .ended(UpdateStatus.SUCCEEDED, Optional.empty(), at);
        journal.save(update);
        return update;
    }

    private void failed(String pool, int from, int to, Instant at) {
        journal.save(journal.plan(List.of(new Resize(pool, from, to, "", List.of())), NOW)
                .ended(UpdateStatus.FAILED, Optional.empty(), at));
    }

    private void end(String pool, UpdateStatus how, Instant at) {
        journal.save(journal.plan(List.of(resize(pool)), NOW).ended(how, Optional.empty(), at));
    }

    private static Resize resize(String pool) {
        return new Resize(pool, 3, 5, "", List.of());
    }

    private static List<String> pools(List<HistoryEntry> entries) {
        return entries.stream().map(it -> it.decided().decision().pool()).toList();
    }

    private static List<IntentId> ids(String... keys) {
        return List.of(keys).stream().map(IntentId::new).toList();
    }

    private static ScalingIntent intent(String key) {
        return key.equals("b") ? person(key, "web", new Delta(1)) : alert(key, "web", new Delta(2));
    }
}
