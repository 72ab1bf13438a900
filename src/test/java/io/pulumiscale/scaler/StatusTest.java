package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.scaler.observe();
    }

    @Test
    void onceTheStackWasSeenTheScalerIsReadyAndKnowsItsTopic() {
        assertThat(bench.status.readiness()).isEqualTo(new Readiness.Ready());
        assertThat(bench.observed.topicArn()).contains(FakeStack.TOPIC);
    }

    @Test
    void poolsComeInTheOrderOfTheConfigurationWithTheirSizes() {
        assertThat(bench.status.pools()).extracting(pool -> pool.pool().name()).containsExactly("web", "api");
        assertThat(bench.status.pools())
                .extracting(pool -> pool.currentSize().orElse(-1))
                .containsExactly(3, 4);
    }

    @Test
    void withoutAnUpdateTheDesiredSizeIsTheCurrentOne() {
        PoolStatus web = bench.status.pool("web").orElseThrow();
        assertThat(web.desiredSize()).isEqualTo(web.currentSize());
        assertThat(web.lastDecision()).isEmpty();
    }

    @Test
    void theLastDecisionIsShown() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.scaler.runOnce();
        PoolStatus web = bench.status.pool("web").orElseThrow();
        assertThat(web.currentSize()).hasValue(5);
        assertThat(web.lastDecision()).containsInstanceOf(Resize.class);
        assertThat(bench.status.updates(1)).containsExactly(bench.lastUpdate());
    }

    @Test
    void aPoolThatTheStackDoesNotHaveYetHasNoSize() {
        bench.pools = PoolCatalog.of(List.of(Samples.pool("fresh", 1, 2)));
        assertThat(bench.status.pool("fresh").orElseThrow().currentSize()).isEmpty();
        assertThat(bench.status.pool("web")).isEmpty();
    }
}
