package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Samples;
import io.pulumiscale.stack.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Configuration OWN = new Configuration(
            PoolCatalog.of(List.of(Samples.pool("web", 1, 9))),
            Map.of("web", "d1", "api", "d2"),
            List.of(new AccessToken("hunter2", Grant.unlimited())),
            List.of());

    @Test
    void theTokenIsNotInItsText() {
        assertThat(OWN).hasToString("Configuration[web]");
    }

    @Test
    void aPoolThatWasMadeFromAnotherSpecificationIsStale() {
        StackState state = OWN.compare(
                new Remembered(Map.of("web", 3, "api", 1), Map.of("web", "other", "api", "d2"), Optional.of("arn")));
        assertThat(state)
                .isEqualTo(new StackState(Map.of("web", 3, "api", 1), java.util.Set.of("web"), Optional.of("arn")));
    }

    @Test
    void aPoolThatIsNoLongerConfiguredIsNotStale() {
        assertThat(OWN.compare(new Remembered(Map.of("old", 3), Map.of("old", "d"), Optional.empty()))
                        .stale())
                .isEmpty();
    }

    @Test
    void aStackThatWasNeverDeployedHasNothingStale() {
        assertThat(OWN.compare(Remembered.nothing())).isEqualTo(StackState.unknown());
    }
}
