package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.Percent;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every journal does, whatever it keeps its record in. */
abstract class JournalContract extends OutboxContract {

    @Test
    void anEmptyJournalHasNothing() {
        assertThat(journal.waiting()).isEmpty();
        assertThat(journal.updates(10)).isEmpty();
        assertThat(Optional.ofNullable(journal.lastDecisions().get("web"))).isEmpty();
    }

    @Test
    void theEnginesThatWereStartedAreKeptAndTheirEnds() {
        EngineRun killed = EngineRun.started("here", 4711, NOW);
        EngineRun ended = EngineRun.started("here", 4711, NOW.plusMillis(500));
        journal.save(killed);
        journal.save(ended);
        journal.save(EngineRun.started("there", 4711, NOW));
        journal.save(ended.ended(NOW.plusSeconds(1)));
        assertThat(journal.engineRuns())
                .containsExactlyInAnyOrder(
                        killed, ended.ended(NOW.plusSeconds(1)), EngineRun.started("there", 4711, NOW));
    }

    @Test
    void newIntentsAreAcceptedAndWaitInTheOrderOfTheirArrival() {
        assertThat(append("c", "a")).containsExactly(new Accepted(id("c")), new Accepted(id("a")));
        append("b");
        assertThat(waiting()).containsExactly("c", "a", "b");
    }

    @Test
    void whatWasAppendedIsGivenBackAsItWas() {
        ScalingIntent intent = intent("a");
        journal.append(List.of(intent), List.of(), NOW);
        assertThat(journal.waiting()).containsExactly(intent);
    }

    @Test
    void aKnownKeyIsADuplicateOfTheEarlierIntent() {
        append("a");
        ScalingIntent again = new ScalingIntent(
                id("later"),
                "web",
                new Delta(1),
                intent("a").source(),
                "again",
                intent("a").firing(),
                intent("a").deduplicationKey(),
                NOW);
        assertThat(journal.append(List.of(again, intent("b")), List.of(), NOW))
                .containsExactly(new Duplicate(id("a")), new Accepted(id("b")));
        assertThat(waiting()).containsExactly("a", "b");
    }

    @Test
    void whichKeysAreKnownCanBeAskedAndAskingKeepsNone() {
        append("a", "b");
        journal.hold(hold("b"), NOW);
        assertThat(journal.known(List.of("a", "b", "c", "a")))
                .containsOnly(Map.entry("a", id("a")), Map.entry("b", id("b")));
        assertThat(append("c")).containsExactly(new Accepted(id("c")));
    }

    @Test
    void aKeyTwiceInOneDeliveryIsKeptOnce() {
        assertThat(append("a", "a")).containsExactly(new Accepted(id("a")), new Duplicate(id("a")));
        assertThat(waiting()).containsExactly("a");
    }

    @Test
    void aDuplicateOfAnAnsweredIntentDoesNotWaitAgain() {
        append("a");
        journal.hold(hold("a"), NOW);
        assertThat(append("a")).containsExactly(new Duplicate(id("a")));
        assertThat(journal.waiting()).isEmpty();
    }

    @Test
    void whenMoreWouldWaitThanMayNothingOfADeliveryIsKept() {
        assertThat(journal.append(List.of(intent("a"), intent("b")), List.of(), NOW, 2))
                .hasSize(2);
        assertThatThrownBy(() -> journal.append(List.of(intent("a"), intent("c")), List.of(), NOW, 2))
                .isInstanceOf(JournalFull.class)
                .hasMessageContaining("2 intents wait");
        assertThat(waiting()).containsExactly("a", "b");
        assertThatThrownBy(() -> journal.append(List.of(intent("c"), intent("d"), intent("e")), List.of(), NOW, 3))
                .isInstanceOf(JournalFull.class);
        assertThat(waiting()).containsExactly("a", "b");
        journal.hold(hold("a"), NOW);
        assertThat(journal.append(List.of(intent("c")), List.of(), NOW, 2)).containsExactly(new Accepted(id("c")));
    }

    @Test
    void whatBringsNothingNewFindsRoomInAFullJournal() {
        append("a", "b");
        AlertEnd end = new AlertEnd("an alert", "web", Source.CLOUDWATCH, NOW);
        assertThat(journal.append(List.of(intent("a"), intent("a")), List.of(end), NOW, 1))
                .containsExactly(new Duplicate(id("a")), new Duplicate(id("a")));
    }

    @Test
    void aHoldAnswersItsIntentsAndNoOthers() {
        append("a", "b");
        journal.hold(hold("a"), NOW);
        assertThat(waiting()).containsExactly("b");
        assertThat(Optional.ofNullable(journal.lastDecisions().get("web")).map(Decided::decision))
                .contains(hold("a"));
        assertThat(journal.updates(10)).isEmpty();
    }

    @Test
    void aPlanIsPendingAndAnswersItsIntents() {
        append("a", "b", "c");
        Update update = journal.plan(List.of(resize("web", "a"), resize("api", "c")), NOW);
        assertThat(update).isEqualTo(Update.planned(update.id(), List.of(resize("web", "a"), resize("api", "c")), NOW));
        assertThat(waiting()).containsExactly("b");
        assertThat(journal.updates(10)).containsExactly(update);
        assertThat(Optional.ofNullable(journal.lastDecisions().get("api")).map(Decided::decision))
                .contains(resize("api", "c"));
    }

    @Test
    void theLatestDecisionOfAPoolIsTheLastOne() {
        append("a", "b");
        journal.plan(List.of(resize("web", "a")), NOW);
        journal.hold(hold("b"), NOW);
        assertThat(Optional.ofNullable(journal.lastDecisions().get("web")).map(Decided::decision))
                .contains(hold("b"));
    }

    @Test
    void savingReplacesWhatIsKnownOfAnUpdate() {
        append("a");
        Update update = journal.plan(List.of(resize("web", "a")), NOW);
        Update ended = update.running(NOW).attempted(2).ended(UpdateStatus.SUCCEEDED, Optional.of("odd"), NOW);
        journal.save(ended);
        assertThat(journal.updates(10)).containsExactly(ended);
        assertThat(journal.waiting()).isEmpty();
    }

    @Test
    void whatIsWithdrawnWaitsAgainInTheOrderOfItsArrival() {
        append("a", "b", "c");
        Update update = journal.plan(List.of(resize("web", "a"), resize("api", "c")), NOW);
        append("d");
        journal.withdraw(update, "moved", NOW.plusSeconds(1));
        assertThat(waiting()).containsExactly("a", "b", "c", "d");
        assertThat(journal.updates(10))
                .containsExactly(update.ended(UpdateStatus.WITHDRAWN, Optional.of("moved"), NOW.plusSeconds(1)));
    }

    @Test
    void withWhatIsWithdrawnNoOthersWaitAgain() {
        append("a", "b", "c");
        journal.hold(hold("a"), NOW);
        journal.save(
                journal.plan(List.of(resize("web", "b")), NOW).ended(UpdateStatus.SUCCEEDED, Optional.empty(), NOW));
        journal.withdraw(journal.plan(List.of(resize("web", "c")), NOW), "moved", NOW);
        assertThat(waiting()).containsExactly("c");
    }

    @Test
    void whatIsWithdrawnCanBePlannedAgain() {
        append("a");
        Update first = journal.plan(List.of(resize("web", "a")), NOW);
        journal.withdraw(first, "moved", NOW);
        Update second = journal.plan(List.of(resize("web", "a")), NOW);
        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(journal.waiting()).isEmpty();
    }

    @Test
    void whatIsPlannedOrRunningIsUnfinishedAndTheOldestComesFirst() {
        append("a", "b", "c", "d");
        Update pending = journal.plan(List.of(resize("web", "a")), NOW);
        Update running = journal.plan(List.of(resize("web", "b"), resize("api", "c")), NOW);
        journal.save(running.running(NOW));
        Update ended = journal.plan(List.of(resize("web", "d")), NOW);
        journal.save(ended.ended(UpdateStatus.FAILED, Optional.of("no subnet"), NOW));
        assertThat(journal.unfinished()).containsExactly(pending, running.running(NOW));
        journal.withdraw(pending, "moved", NOW);
        assertThat(journal.unfinished()).containsExactly(running.running(NOW));
    }

    @Test
    void whatOthersSendIsKeptWhateverCharactersItHas() {
        String text = "nul\0 and half of a \uD83D, \u2192";
        ScalingIntent plain = intent("a");
        ScalingIntent odd =
                new ScalingIntent(plain.id(), "web", plain.change(), plain.source(), text, plain.firing(), text, NOW);
        journal.append(List.of(odd, intent("b")), List.of(), NOW);
        assertThat(journal.append(List.of(odd), List.of(), NOW)).hasOnlyElementsOfType(Duplicate.class);
        assertThat(journal.waiting()).hasSize(2);
    }

    @Test
    void changesAndTimesAreGivenBackExactly() {
        List<ScalingIntent> intents = List.of(
                at(Instant.parse("2026-11-24T04:17:38.123456789Z"), alert("d", "web", new Delta(-2))),
                at(NOW, alert("s", "web", new SetTo(Integer.MAX_VALUE))),
                at(NOW.plusMillis(1), person("p", "web", new Percent(-25))));
        journal.append(intents, List.of(), NOW);
        assertThat(journal.waiting()).isEqualTo(intents);
    }

    @Test
    void theNewestUpdatesComeFirstAndNoMoreThanAskedFor() {
        append("a", "b", "c");
        Update first = journal.plan(List.of(resize("web", "a")), NOW);
        Update second = journal.plan(List.of(resize("web", "b")), NOW);
        Update third = journal.plan(List.of(resize("web", "c")), NOW);
        assertThat(journal.updates(2)).containsExactly(third, second);
        assertThat(journal.updates(10)).containsExactly(third, second, first);
        assertThat(journal.updates(0)).isEmpty();
    }

    @Test
    void ofManyWhoAppendTheSameAtOnceOneIsAccepted() throws Exception {
        List<List<Appended>> results = inParallel(8, thread -> append("a", "b", "c"));
        assertThat(results.stream().flatMap(List::stream))
                .filteredOn(Accepted.class::isInstance)
                .containsExactlyInAnyOrder(new Accepted(id("a")), new Accepted(id("b")), new Accepted(id("c")));
        assertThat(waiting()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void nothingIsLostWhenManyAppendAtOnce() throws Exception {
        inParallel(
                8,
                thread -> IntStream.range(0, 50)
                        .mapToObj(i -> append("%d-%02d".formatted(thread, i)))
                        .toList());
        assertThat(waiting()).hasSize(400).doesNotHaveDuplicates();
        assertThat(waiting().stream().filter(key -> key.startsWith("3-"))).isSorted();
    }

    /** Whoever comes first with a key is accepted; all others are told who that was. */
    @Test
    void ofManyWhoAppendOverlappingKeysEachKeyIsAcceptedOnce() throws Exception {
        List<List<Appended>> results = inParallel(16, thread -> {
            Random random = new Random(thread);
            return IntStream.range(0, 60)
                    .mapToObj(i -> keyed(thread + "-" + i, "key" + random.nextInt(200)))
                    .flatMap(intent -> journal.append(List.of(intent), List.of(), NOW).stream())
                    .toList();
        });
        List<Appended> all = results.stream().flatMap(List::stream).toList();
        List<IntentId> accepted = all.stream()
                .filter(Accepted.class::isInstance)
                .map(Appended::id)
                .toList();
        List<IntentId> known = all.stream()
                .filter(Duplicate.class::isInstance)
                .map(Appended::id)
                .toList();
        assertThat(all).hasSize(960);
        assertThat(journal.waiting())
                .extracting(ScalingIntent::id)
                .containsExactlyInAnyOrderElementsOf(accepted)
                .containsAll(known);
        assertThat(journal.waiting())
                .extracting(ScalingIntent::deduplicationKey)
                .doesNotHaveDuplicates();
    }

    private List<Appended> append(String... keys) {
        return journal.append(
                List.of(keys).stream().map(JournalContract::intent).toList(), List.of(), NOW);
    }

    private List<String> waiting() {
        return journal.waiting().stream().map(intent -> intent.id().value()).toList();
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(1));
    }

    private static ScalingIntent keyed(String id, String key) {
        ScalingIntent it = intent(id);
        return new ScalingIntent(it.id(), it.pool(), it.change(), it.source(), it.reason(), it.firing(), key, NOW);
    }

    private static ScalingIntent at(Instant time, ScalingIntent it) {
        return new ScalingIntent(
                it.id(), it.pool(), it.change(), it.source(), it.reason(), it.firing(), it.deduplicationKey(), time);
    }

    private static Hold hold(String key) {
        return new Hold("web", 3, "capped 4→3 by max", List.of(id(key)));
    }

    private static Resize resize(String pool, String key) {
        return new Resize(pool, 3, 4, key + ", +1", List.of(id(key)));
    }

    private static IntentId id(String key) {
        return new IntentId(key);
    }

    /** They start together. */
    private static <T> List<T> inParallel(int threads, java.util.function.IntFunction<T> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.apply(thread);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
