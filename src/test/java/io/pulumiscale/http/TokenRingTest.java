package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenRingTest {
    private static final Duration GRACE = Duration.ofMinutes(10);
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private final TokenRing ring = new TokenRing("one", GRACE, clock);

    @Test
    void theCurrentTokenOpensAndNoOther() {
        assertThat(ring.accepts("one")).isTrue();
        assertThat(ring.accepts("two")).isFalse();
        assertThat(ring.accepts("")).isFalse();
        clock.step(Duration.ofDays(3650));
        assertThat(ring.accepts("one")).isTrue();
    }

    @Test
    void theOldTokenWorksUntilTheGraceIsOver() {
        ring.rotate("two");
        clock.step(GRACE.minusMillis(1));
        assertThat(ring.accepts("one")).isTrue();
        clock.step(Duration.ofMillis(1));
        assertThat(ring.accepts("one")).isFalse();
        assertThat(ring.accepts("two")).isTrue();
    }

    @Test
    void eachOldTokenEndsAtItsOwnTime() {
        ring.rotate("two");
        clock.step(Duration.ofMinutes(4));
        ring.rotate("three");
        assertThat(ring.accepts("one")).isTrue();
        clock.step(Duration.ofMinutes(6));
        assertThat(ring.accepts("one")).isFalse();
        assertThat(ring.accepts("two")).isTrue();
        clock.step(Duration.ofMinutes(4));
        assertThat(ring.accepts("two")).isFalse();
        assertThat(ring.accepts("three")).isTrue();
    }

    @Test
    void theSameTokenAgainIsNoRotation() {
        ring.rotate("two");
        clock.step(Duration.ofMinutes(6));
        ring.rotate("two");
        clock.step(Duration.ofMinutes(4));
        assertThat(ring.accepts("one")).isFalse();
        assertThat(ring.accepts("two")).isTrue();
    }

    @Test
    void anOldTokenMadeCurrentStays() {
        ring.rotate("two");
        ring.rotate("one");
        clock.step(GRACE);
        assertThat(ring.accepts("one")).isTrue();
        assertThat(ring.accepts("two")).isFalse();
    }

    @Test
    void aBlankTokenIsNone() {
        assertThatThrownBy(() -> new TokenRing(" ", GRACE, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ring.rotate("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ring.accepts("one")).isTrue();
    }

    @Test
    void itDoesNotShowWhatItHolds() {
        assertThat(ring).hasToString("TokenRing");
    }
}
