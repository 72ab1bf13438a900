package io.pulumiscale.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    @ParameterizedTest
    @CsvSource({
        "=7, set, 7",
        "+2, delta, 2",
        "-1, delta, -1",
        "25%, percent, 25",
        "+25%, percent, 25",
        "-25%, percent, -25"
    })
    void aChangeIsAnActionAndAValue(String change, String action, int value) {
        assertThat(new Wish("web", change, "a sale", "k").body()).isEqualTo(new Wish.Body(action, value, "a sale"));
    }

    @Test
    void withoutAReasonItIsByHand() {
        assertThat(new Wish("web", "=7", "", "k").body().reason()).isEqualTo("by hand");
    }

    @Test
    void anythingElseIsNoChange() {
        assertThatThrownBy(() -> new Wish("web", "more", "", "k").body()).hasMessageContaining("more");
    }
}
