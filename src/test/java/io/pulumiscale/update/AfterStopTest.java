package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Update;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The update is web 3→5 and api 4→2. */
class AfterStopTest {
    private static final String STOPPED = "stopped: the scaler was told to end";
    private static final Update UPDATE = Update.planned(
            1, List.of(new Resize("web", 3, 5, "", List.of()), new Resize("api", 4, 2, "", List.of())), Samples.NOW);

    private static final Checkpoint UNTOUCHED = checkpoint(3, Set.of());

    @ParameterizedTest
    @EnumSource
    void whatTheStackRemembersIsDone(StopCause why) {
        StackState now = state(5, 2);
        assertThat(outcome(why, now)).isEqualTo(new Outcome.Applied(now, Optional.of("stopped: " + why.words())));
    }

    @Test
    void pastItsDeadlineItIsNotTriedAgain() {
        Outcome late = new Outcome.TimedOut("stopped: past its deadline");
        assertThat(outcome(StopCause.DEADLINE, state(3, 4))).isEqualTo(late);
        assertThat(outcome(StopCause.DEADLINE, state(5, 4))).isEqualTo(late);
    }

    @Test
    void atTheEndWhatChangedNothingIsDecidedAgain() {
        assertThat(outcome(StopCause.TOLD_TO_END, state(3, 4))).isEqualTo(new Outcome.Interrupted(STOPPED));
    }

    @Test
    void regressionAResourceKeptItsNewSizeThoughNobodyWantedItAnyMore() {
        assertThat(atTheEnd(checkpoint(5, Set.of()))).isEqualTo(new Outcome.HalfWay(STOPPED));
    }

    @Test
    void atTheEndAnOperationThatNobodyKnowsTheEndOfIsHalfWay() {
        assertThat(atTheEnd(checkpoint(3, Set.of("web")))).isEqualTo(new Outcome.HalfWay(STOPPED));
    }

    @Test
    void atTheEndAResourceThatTheStateDoesNotShowIsHalfWay() {
        assertThat(atTheEnd(new Checkpoint(Map.of("web", 3), Set.of(), List.of())))
                .isEqualTo(new Outcome.HalfWay(STOPPED));
    }

    @Test
    void atTheEndWhatIsRememberedInPartIsNotDecidedAgainForADeltaWouldCountTwice() {
        assertThat(outcome(StopCause.TOLD_TO_END, state(5, 4))).isEqualTo(new Outcome.Failed(STOPPED));
        assertThat(outcome(StopCause.TOLD_TO_END, state(9, 9))).isEqualTo(new Outcome.Failed(STOPPED));
    }

    @Test
    void oneThatHadToBeKilledHasLeftItsLock() {
        EngineStopped killed = new EngineStopped(StopCause.TOLD_TO_END, StopManner.KILLED);
        for (StackState now : List.of(state(3, 4), state(5, 4), state(5, 2))) {
            assertThat(new AfterStop(UPDATE, killed).outcome(() -> now, () -> UNTOUCHED))
                    .isEqualTo(new Outcome.Died(killed.reason()));
        }
    }

    @Test
    void whatCannotBeReadIsLeftToWhenItCan() {
        Outcome unreachable = new Outcome.Unreachable(STOPPED + "; then: cannot read the outputs: no route to host");
        assertThat(atTheEnd()
                        .outcome(
                                () -> {
                                    throw unreadable();
                                },
                                () -> UNTOUCHED))
                .isEqualTo(unreachable);
        assertThat(atTheEnd().outcome(() -> state(3, 4), () -> {
                    throw unreadable();
                }))
                .isEqualTo(unreachable);
    }

    private static StackUnreachable unreadable() {
        return new StackUnreachable("cannot read the outputs", new IOException("no route to host"));
    }

    private static Outcome atTheEnd(Checkpoint checkpoint) {
        return atTheEnd().outcome(() -> state(3, 4), () -> checkpoint);
    }

    private static AfterStop atTheEnd() {
        return new AfterStop(UPDATE, new EngineStopped(StopCause.TOLD_TO_END, StopManner.CLEAN));
    }

    private static Outcome outcome(StopCause why, StackState now) {
        return new AfterStop(UPDATE, new EngineStopped(why, StopManner.CLEAN)).outcome(() -> now, () -> UNTOUCHED);
    }

    private static Checkpoint checkpoint(int web, Set<String> interrupted) {
        return new Checkpoint(Map.of("web", web, "api", 4), interrupted, List.of());
    }

    private static StackState state(int web, int api) {
        return new StackState(Map.of("web", web, "api", api), Set.of(), Optional.empty());
    }
}
