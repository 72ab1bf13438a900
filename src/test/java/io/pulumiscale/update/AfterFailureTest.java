package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AfterFailureTest {
    private final AfterFailure failure = new AfterFailure("no capacity");

    @Test
    void whereTheStackCanBeReadTheEngineHasRefused() {
        assertThat(failure.outcome(StackState::unknown)).isEqualTo(new Outcome.Failed("no capacity"));
    }

    @Test
    void whereItCannotItsBackendIsAway() {
        assertThat(failure.outcome(() -> {
                    throw new StackUnreachable("cannot read the outputs", new IOException("error: no such bucket"));
                }))
                .isEqualTo(new Outcome.Unreachable("cannot read the outputs: no such bucket"));
    }
}
