package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenRingTest {
    private static final Duration GRACE = Duration.ofMinutes(10);
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private static final Grant READER = new Grant("reader", Set.of(Right.READ), Optional.empty());
    private static final Grant APPROVER = new Grant("approver", Set.of(Right.APPROVE), Optional.empty());
    private final TokenRing ring = new TokenRing(all("one"), GRACE, clock);

    @Test
    void theCurrentTokenOpensAndNoOther() {
        assertThat(opens("one")).isTrue();
        assertThat(opens("two")).isFalse();
        assertThat(opens("")).isFalse();
        clock.step(Duration.ofDays(3650));
        assertThat(opens("one")).isTrue();
    }

    @Test
    void theOldTokenWorksUntilTheGraceIsOver() {
        ring.rotate(all("two"));
        clock.step(GRACE.minusMillis(1));
        assertThat(opens("one")).isTrue();
        clock.step(Duration.ofMillis(1));
        assertThat(opens("one")).isFalse();
        assertThat(opens("two")).isTrue();
    }

    @Test
    void eachOldTokenEndsAtItsOwnTime() {
        ring.rotate(all("two"));
        clock.step(Duration.ofMinutes(4));
        ring.rotate(all("three"));
        assertThat(opens("one")).isTrue();
        clock.step(Duration.ofMinutes(6));
        assertThat(opens("one")).isFalse();
        assertThat(opens("two")).isTrue();
        clock.step(Duration.ofMinutes(4));
        assertThat(opens("two")).isFalse();
        assertThat(opens("three")).isTrue();
    }

    @Test
    void theSameTokenAgainIsNoRotation() {
        ring.rotate(all("two"));
        clock.step(Duration.ofMinutes(6));
        ring.rotate(all("two"));
        clock.step(Duration.ofMinutes(4));
        assertThat(opens("one")).isFalse();
        assertThat(opens("two")).isTrue();
    }

    @Test
    void anOldTokenMadeCurrentStays() {
        ring.rotate(all("two"));
        ring.rotate(all("one"));
        clock.step(GRACE);
        assertThat(opens("one")).isTrue();
        assertThat(opens("two")).isFalse();
    }

    @Test
    void aBlankTokenIsNone() {
        assertThatThrownBy(() -> new TokenRing(all(" "), GRACE, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ring.rotate(all(""))).isInstanceOf(IllegalArgumentException.class);
        assertThat(opens("one")).isTrue();
    }

    @Test
    void eachTokenIsGoodForItsOwn() {
        ring.rotate(List.of(token("a", READER), token("b", APPROVER)));
        assertThat(ring.accepts("a")).contains(READER);
        assertThat(ring.accepts("b")).contains(APPROVER);
        assertThat(opens("one")).as("its name is gone").isFalse();
    }

    @Test
    void aTokenThatIsNoLongerListedIsRevokedAtOnceWithItsFormerValues() {
        ring.rotate(List.of(token("a", READER), token("b", APPROVER)));
        ring.rotate(List.of(token("a", READER), token("c", APPROVER)));
        assertThat(opens("b")).as("in its grace").isTrue();
        ring.rotate(List.of(token("a", READER)));
        assertThat(opens("b")).isFalse();
        assertThat(opens("c")).isFalse();
        assertThat(opens("a")).isTrue();
    }

    @Test
    void aFormerValueHasTheRightsOfToday() {
        ring.rotate(List.of(token("a", READER)));
        Grant lessened = new Grant(READER.name(), Set.of(), Optional.of(Set.of("web")));
        ring.rotate(List.of(token("b", lessened)));
        assertThat(ring.accepts("a")).contains(lessened);
    }

    @Test
    void aValueThatMovesToAnotherNameIsThatNames() {
        ring.rotate(List.of(token("a", READER), token("b", APPROVER)));
        ring.rotate(List.of(token("b", READER), token("a", APPROVER)));
        assertThat(ring.accepts("a")).contains(APPROVER);
        assertThat(ring.accepts("b")).contains(READER);
    }

    @Test
    void twoTokensOfOneValueAreRefused() {
        assertThatThrownBy(() -> ring.rotate(List.of(token("a", READER), token("a", APPROVER))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a:");
        assertThatThrownBy(() -> ring.rotate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(opens("one")).isTrue();
    }

    private static AccessToken token(String value, Grant grant) {
        return new AccessToken(value, grant);
    }

    private boolean opens(String token) {
        return ring.accepts(token).isPresent();
    }

    private static List<AccessToken> all(String token) {
        return List.of(new AccessToken(token, Grant.unlimited()));
    }

    @Test
    void itDoesNotShowWhatItHolds() {
        assertThat(ring).hasToString("TokenRing[webhookToken]");
    }
}
