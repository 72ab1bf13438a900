package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackStateTest {

    /** Regression: the scaler ran `pulumi up` again and again until the watch had the configuration too. */
    @Test
    void whatAProgramCalledStaleIsStaleThoughThisScalersConfigurationSaysOtherwise() {
        StackState compared = new StackState(Map.of("web", 3, "batch", 1), Set.of("batch"), Optional.empty());

        assertThat(compared.alsoStale(Set.of("web")))
                .isEqualTo(new StackState(Map.of("web", 3, "batch", 1), Set.of("web", "batch"), Optional.empty()));
    }
}
