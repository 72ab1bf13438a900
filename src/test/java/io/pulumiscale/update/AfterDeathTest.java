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
import org.junit.jupiter.params.provider.CsvSource;

/** An update from 3 to 5 whose engine was killed. */
class AfterDeathTest {
    private static final Update UPDATE =
            Update.planned(1, List.of(new Resize("web", 3, 5, "ada, +2", List.of())), Samples.NOW);

    private final AfterDeath death = new AfterDeath(UPDATE, new EngineDied(137));

    @ParameterizedTest
    @CsvSource({"5, Applied", "3, Died", "4, Failed"})
    void whatTheStackRemembersSaysHowItEnded(int size, String outcome) {
        StackState now = new StackState(Map.of("web", size), Set.of(), Optional.empty());
        assertThat(death.outcome(() -> now).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void whereNobodyKnowsTheStackIsAskedLater() {
        Outcome outcome = death.outcome(() -> {
            throw new StackUnreachable("the backend is away", new IOException());
        });
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        unreachable -> assertThat(unreachable.reason())
                                .startsWith("the engine was killed (exit code 137); then: the backend is away"));
    }

    @ParameterizedTest
    @CsvSource({"137, true", "143, true", "128, false", "255, false", "1, false", "160, false"})
    void onlyASignalIsADeath(int code, boolean died) {
        assertThat(EngineDied.by(code)).isEqualTo(died);
    }
}
