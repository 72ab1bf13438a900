package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import org.junit.jupiter.api.Test;

class BeforeTheFirstLookTest {
    private final Bench bench = new Bench();

    @Test
    void intentsWaitUntilTheStackWasSeen() {
        bench.append(alert("a", "web", new Delta(2)));
        assertThat(bench.scaler.runOnce()).isFalse();
        bench.scaler.observe();
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void nothingIsReadyAndNoSizeIsKnown() {
        assertThat(bench.status.readiness())
                .isEqualTo(new Readiness.NotReady("the stack was not read yet; see the log if this lasts"));
        assertThat(bench.status.pools()).allSatisfy(pool -> {
            assertThat(pool.currentSize()).isEmpty();
            assertThat(pool.desiredSize()).isEmpty();
            assertThat(pool.stale()).isFalse();
        });
        assertThat(bench.observed.topicArn()).isEmpty();
    }
}
