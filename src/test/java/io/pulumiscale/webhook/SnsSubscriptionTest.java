package io.pulumiscale.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnsSubscriptionTest {
    private final SnsSubscription subscription = new SnsSubscription();

    @Test
    void nothingIsWrongAsLongAsNobodyEndsIt() {
        assertThat(subscription.warning()).isEmpty();
        subscription.alive(Fixture.NOW);
        assertThat(subscription.warning()).isEmpty();
    }

    @Test
    void whoEndsItIsSeenUntilTheTopicSendsAgain() {
        subscription.alive(Fixture.NOW);
        subscription.ended(Fixture.NOW.plusSeconds(1));
        assertThat(subscription.warning()).get().asString().contains("was ended at 2026-11-20T09:32:01Z");
        subscription.alive(Fixture.NOW.plusSeconds(2));
        assertThat(subscription.warning()).isEmpty();
    }

    @Test
    void whatWasSentBeforeTheEndIsNoSignOfLife() {
        subscription.ended(Fixture.NOW);
        subscription.alive(Fixture.NOW.minusSeconds(1));
        assertThat(subscription.warning()).isPresent();
    }

    @Test
    void anEndThatComesLateIsOver() {
        subscription.alive(Fixture.NOW);
        subscription.ended(Fixture.NOW.minusSeconds(1));
        assertThat(subscription.warning()).isEmpty();
    }
}
