package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"prod", "acme/prod", "acme/shop/prod"})
    void filesAndResourcesAreNamedWithoutWhoseItIs(String text) {
        assertThat(new StackName(text).simple()).isEqualTo("prod");
        assertThat(new StackName(text).file()).isEqualTo("Pulumi.prod.yaml");
    }
}
