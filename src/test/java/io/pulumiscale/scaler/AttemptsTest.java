package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal says of an update while it is tried, and afterwards. */
class AttemptsTest {
    private static final String ADA = "waiting for the lock of ada@laptop (pid 7) since 2026-11-24T03:00:00Z";

    private final Bench bench = new Bench();

    @BeforeEach
    void begin() {
        bench.scaler.observe();
        bench.append(alert("a", "web", new Delta(2)));
    }

    @Test
    void whileItWaitsItSaysForWhoseLockAndHowOftenItWasTried() {
        bench.stack.next(() -> new Outcome.LockConflict(ADA));
        bench.stack.next(() -> {
            Update waiting = bench.lastUpdate();
            assertThat(waiting.status()).isEqualTo(UpdateStatus.RUNNING);
            assertThat(waiting.problem()).contains(ADA);
            assertThat(waiting.attempts()).isOne();
            return new Outcome.Applied(bench.stack.with("web", 5).state(), Optional.empty());
        });
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().problem()).as("it waits no longer").isEmpty();
        assertThat(bench.lastUpdate().attempts()).isEqualTo(2);
    }

    @Test
    void howItWentIsKept() {
        bench.stack.next(
                () -> new Outcome.Applied(bench.stack.with("web", 5).state(), Optional.empty(), Optional.of(17)));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().execution())
                .isEqualTo(new Execution(1, Optional.of(NOW), Optional.of(FakeStack.ENGINE), Optional.of(17)));
    }

    @Test
    void regressionHowLongAnUpdateTookWasForgottenAtItsEnd() {
        bench.stack.next(() -> {
            bench.clock.step(Duration.ofSeconds(3));
            return new Outcome.Failed("no subnet");
        });
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().duration()).contains(Duration.ofSeconds(3));
    }

    @Test
    void triesBeforeARestartCount() {
        Update left = bench.journal.plan(List.of(new Resize("api", 4, 6, "", List.of())), NOW);
        bench.journal.save(left.running(NOW).attempted(5));
        bench.stack.next(() -> new Outcome.LockConflict(ADA));
        bench.scaler.recover();
        assertThat(bench.lastUpdate().attempts()).isEqualTo(7);
    }
}
