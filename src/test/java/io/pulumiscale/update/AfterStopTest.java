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
    private static final Update UPDATE = Update.planned(
            1, List.of(new Resize("web", 3, 5, "", List.of()), new Resize("api", 4, 2, "", List.of())), Samples.NOW);

    @ParameterizedTest
    @EnumSource
    void whatTheStackRemembersIsDone(StopCause why) {
        StackState now = state(5, 2);
        assertThat(outcome(why, now)).isEqualTo(new Outcome.Applied(now, Optional.of("stopped")));
    }

    @Test
    void pastItsDeadlineItIsNotTriedAgain() {
        assertThat(outcome(StopCause.DEADLINE, state(3, 4))).isEqualTo(new Outcome.TimedOut("stopped"));
        assertThat(outcome(StopCause.DEADLINE, state(5, 4))).isEqualTo(new Outcome.TimedOut("stopped"));
    }

    @Test
    void atTheEndWhatTheStackDoesNotRememberIsDecidedAgain() {
        assertThat(outcome(StopCause.TOLD_TO_END, state(3, 4))).isEqualTo(new Outcome.Interrupted("stopped"));
    }

    @Test
    void atTheEndAHalfIsNotDecidedAgainForADeltaWouldCountTwice() {
        assertThat(outcome(StopCause.TOLD_TO_END, state(5, 4))).isEqualTo(new Outcome.Failed("stopped"));
        assertThat(outcome(StopCause.TOLD_TO_END, state(9, 9))).isEqualTo(new Outcome.Failed("stopped"));
    }

    @Test
    void whatCannotBeReadIsLeftToWhenItCan() {
        EngineStopped stopped = new EngineStopped(StopCause.TOLD_TO_END, "stopped");
        assertThat(new AfterStop(UPDATE, stopped).outcome(() -> {
                    throw new StackUnreachable("cannot read the outputs", new IOException("no route to host"));
                }))
                .isEqualTo(new Outcome.Unreachable("stopped; then: cannot read the outputs: no route to host"));
    }

    private static Outcome outcome(StopCause why, StackState now) {
        return new AfterStop(UPDATE, new EngineStopped(why, "stopped")).outcome(() -> now);
    }

    private static StackState state(int web, int api) {
        return new StackState(Map.of("web", web, "api", api), Set.of(), Optional.empty());
    }
}
