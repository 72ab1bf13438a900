package io.pulumiscale.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.chaos.Ledger.Asked;
import io.pulumiscale.chaos.Ledger.Decided;
import io.pulumiscale.chaos.Ledger.Updated;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.UpdateStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final String POOL = ChaosPools.COUNTER;
    private static final Acknowledged TOLD = new Acknowledged("e1", "i1", false);
    private static final Asked PLUS_2 = asked("i1", 2, 1);
    private static final Decided TO_22 = decided(1, 20, 22, 1, "i1");
    private static final Ledger GOOD = ledger(List.of(PLUS_2), List.of(TO_22), ended(1, UpdateStatus.SUCCEEDED));

    @Test
    void whatIsAccountedForIsNoDiscrepancy() {
        Acknowledged again = new Acknowledged("e1", "i1", true);

        assertThat(Audit.of(List.of(TOLD, again), GOOD, sizes(22, 22, 22), List.of()))
                .isEmpty();
    }

    @Test
    void anAcceptedIntentThatTheJournalLacksIsOne() {
        assertThat(Audit.acceptances(List.of(TOLD), ledger(List.of(), List.of())))
                .containsExactly("e1 was accepted as intent i1, which the journal does not have");
    }

    @Test
    void anIntentThatNobodyWasToldOfIsOne() {
        assertThat(Audit.acceptances(List.of(), GOOD))
                .hasSize(1)
                .first()
                .asString()
                .contains("nobody was told of");
    }

    @Test
    void oneEventTakenForTwoIsOne() {
        Ledger two = ledger(List.of(PLUS_2, asked("i2", 2, 1)), List.of());

        assertThat(Audit.acceptances(List.of(TOLD, new Acknowledged("e1", "i2", false)), two))
                .containsExactly("e1 was accepted twice, as intents i1 and i2");
    }

    @Test
    void twoEventsTakenForOneIsOne() {
        assertThat(Audit.acceptances(List.of(TOLD, new Acknowledged("e2", "i1", true)), GOOD))
                .containsExactly("e1 and e2 were taken for one intent");
    }

    @Test
    void anIntentThatStillWaitsIsOne() {
        Asked waiting = new Asked("i1", POOL, new Change.Delta(2), false, Optional.empty());

        assertThat(Audit.answers(ledger(List.of(waiting), List.of())))
                .containsExactly("intent i1 (counter) is answered by nothing");
    }

    @Test
    void anIntentThatCountsTwiceIsOne() {
        Ledger twice = ledger(
                List.of(PLUS_2),
                List.of(TO_22, decided(2, 22, 24, 2, "i1")),
                ended(1, UpdateStatus.SUCCEEDED),
                ended(2, UpdateStatus.SUCCEEDED));

        assertThat(Audit.answers(twice))
                .containsExactly("intent i1 (counter) is answered by decision 1, but counts in [1, 2]");
    }

    @Test
    void anIntentMayBeDecidedAgainAfterAWithdrawal() {
        Ledger again = ledger(
                List.of(asked("i1", 2, 2)),
                List.of(TO_22, decided(2, 20, 22, 2, "i1")),
                new Updated(1, UpdateStatus.WITHDRAWN, "the base has moved"),
                ended(2, UpdateStatus.SUCCEEDED));

        assertThat(Audit.answers(again)).isEmpty();
        assertThat(Replay.of(again, List.of(POOL)).discrepancies()).isEmpty();
    }

    @Test
    void anUpdateThatNeverEndedOrEndedWithoutAReasonIsOne() {
        assertThat(Audit.answers(ledger(List.of(PLUS_2), List.of(TO_22), ended(1, UpdateStatus.RUNNING))))
                .containsExactly("update 1 is still RUNNING");
        assertThat(Audit.answers(ledger(List.of(PLUS_2), List.of(TO_22), ended(1, UpdateStatus.FAILED))))
                .containsExactly("update 1 is FAILED and does not say why");
    }

    @Test
    void anUpdateThatFailedHalfWayMayBeFinishedOnce() {
        Decided rest = new Decided(2, POOL, 20, 22, "finishing update 1", Optional.of(2L), List.of());
        Ledger finished = ledger(
                List.of(PLUS_2),
                List.of(TO_22, rest),
                new Updated(1, UpdateStatus.FAILED, "half-way"),
                ended(2, UpdateStatus.SUCCEEDED));
        assertThat(Replay.of(finished, List.of(POOL)).discrepancies()).isEmpty();

        Ledger unasked = ledger(
                List.of(PLUS_2),
                List.of(TO_22, rest),
                ended(1, UpdateStatus.SUCCEEDED),
                ended(2, UpdateStatus.SUCCEEDED));
        assertThat(Replay.of(unasked, List.of(POOL)).discrepancies()).isNotEmpty();
    }

    @Test
    void aDecisionThatDoesNotComeToWhatItsIntentsSayIsOne() {
        Ledger doubled =
                ledger(List.of(PLUS_2), List.of(decided(1, 20, 24, 1, "i1")), ended(1, UpdateStatus.SUCCEEDED));

        assertThat(Replay.of(doubled, List.of(POOL)).discrepancies())
                .containsExactly("decision 1 takes counter from 20 to 24, but its intents come to [22]");
    }

    @Test
    void aDecisionThatBeginsWhereNoneHasEndedIsOne() {
        Ledger gap = ledger(List.of(PLUS_2), List.of(decided(1, 21, 23, 1, "i1")), ended(1, UpdateStatus.SUCCEEDED));

        assertThat(Replay.of(gap, List.of(POOL)).discrepancies())
                .containsExactly("decision 1 begins with counter at 21, which was at [20]");
    }

    @Test
    void peopleCountOnTopOfAnAlertOrOfNone() {
        for (int to : List.of(27, 24, 22)) {
            assertThat(Replay.of(withAlerts(to), List.of(POOL)).discrepancies()).isEmpty();
        }
        assertThat(Replay.of(withAlerts(28), List.of(POOL)).discrepancies())
                .containsExactly("decision 1 takes counter from 20 to 28, but its intents come to [22, 24, 27]");
    }

    private static Ledger withAlerts(int to) {
        Asked alert = new Asked("a1", POOL, new Change.Delta(5), true, Optional.of(1L));
        Asked smaller = new Asked("a2", POOL, new Change.Percent(10), true, Optional.of(1L));
        return ledger(
                List.of(PLUS_2, smaller, alert),
                List.of(decided(1, 20, to, 1, "i1", "a2", "a1")),
                ended(1, UpdateStatus.SUCCEEDED));
    }

    @Test
    void afterAFailureEitherSizeIsPossibleAsLongAsAllAgree() {
        Ledger failed = ledger(List.of(PLUS_2), List.of(TO_22), new Updated(1, UpdateStatus.FAILED, "refused"));
        Map<String, Set<Integer>> possible = Replay.of(failed, List.of(POOL)).possible();

        assertThat(possible).containsEntry(POOL, Set.of(20, 22));
        assertThat(sizes(20, 20, 20).discrepancies(possible)).isEmpty();
        assertThat(sizes(22, 22, 22).discrepancies(possible)).isEmpty();
        assertThat(sizes(20, 20, 22).discrepancies(possible)).hasSize(1);
    }

    @Test
    void aStalledUpdateHasChangedNothing() {
        Ledger stalled = ledger(List.of(PLUS_2), List.of(TO_22), new Updated(1, UpdateStatus.STALLED, "locked"));

        assertThat(Replay.of(stalled, List.of(POOL)).possible()).containsEntry(POOL, Set.of(20));
    }

    @Test
    void aSizeThatOneOfTheThreeHasAloneIsOne() {
        Map<String, Set<Integer>> possible = Map.of(POOL, Set.of(22));

        assertThat(sizes(22, 22, 21).discrepancies(possible)).hasSize(1);
        assertThat(sizes(22, 21, 22).discrepancies(possible)).hasSize(1);
        assertThat(sizes(21, 22, 22).discrepancies(possible))
                .containsExactly("counter is 22 in the cloud, 22 in the stack's resource, 21 in the stack's outputs,"
                        + " [22] in the journal");
        assertThat(sizes(21, 21, 21).discrepancies(possible)).hasSize(1);
    }

    @Test
    void aLockThatIsLeftBehindIsOne() {
        assertThat(Audit.locks(List.of("{}"))).containsExactly("a lock was left behind: {}");
    }

    private static Asked asked(String id, int delta, long answeredBy) {
        return new Asked(id, POOL, new Change.Delta(delta), false, Optional.of(answeredBy));
    }

    private static Decided decided(long id, int from, int to, long update, String... intents) {
        return new Decided(id, POOL, from, to, "by hand", Optional.of(update), List.of(intents));
    }

    private static Updated ended(long id, UpdateStatus status) {
        return new Updated(id, status, "");
    }

    private static Ledger ledger(List<Asked> intents, List<Decided> decisions, Updated... updates) {
        return new Ledger(intents, decisions, List.of(updates));
    }

    /** Of the one pool; the others are where they began. */
    private static Sizes sizes(int output, int resource, int cloud) {
        return new Sizes(all(output), all(resource), all(cloud));
    }

    private static Map<String, Integer> all(int size) {
        Map<String, Integer> sizes = new TreeMap<>();
        ChaosPools.ALL.forEach(pool -> sizes.put(pool, ChaosPools.INITIAL));
        sizes.put(POOL, size);
        return sizes;
    }
}
