package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.webhook.Stray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownPoolsTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private final UnknownPools unknown = new UnknownPools(clock);

    @Test
    void eachIsCountedAndTheOneHeardOfLastComesFirst() {
        assertThat(unknown.hear(of("wbe"))).isTrue();
        assertThat(unknown.hear(of("wrokers"))).isTrue();
        clock.step(Duration.ofSeconds(5));
        assertThat(unknown.hear(of("wbe"))).isFalse();
        assertThat(unknown.unlike(List.of()))
                .containsExactly(
                        new UnknownPools.View("wbe", 2, "2026-11-20T09:32:00Z", "2026-11-20T09:32:05Z"),
                        new UnknownPools.View("wrokers", 1, "2026-11-20T09:32:00Z", "2026-11-20T09:32:00Z"));
    }

    @Test
    void alertsThatNameNoPoolAreAnEntryToo() {
        unknown.hear(new Stray("[0]", Optional.empty(), "no label pool_name"));
        assertThat(unknown.unlike(List.of()))
                .extracting(UnknownPools.View::pool)
                .containsOnlyNulls();
    }

    @Test
    void onesThatHaveBeenConfiguredSinceAreUnknownNoLonger() {
        unknown.hear(of("web"));
        unknown.hear(of("wbe"));
        assertThat(unknown.unlike(List.of("web")))
                .extracting(UnknownPools.View::pool)
                .containsExactly("wbe");
    }

    @Test
    void whoeverMakesUpNamesPushesOutTheOldestAndNothingElse() {
        unknown.hear(of("kept"));
        for (int i = 0; i < 49; i++) {
            unknown.hear(of("p" + i));
        }
        unknown.hear(of("kept"));
        unknown.hear(of("one more"));
        assertThat(unknown.unlike(List.of()))
                .hasSize(50)
                .extracting(UnknownPools.View::pool)
                .startsWith("one more", "kept", "p48")
                .doesNotContain("p0");
    }

    private static Stray of(String pool) {
        return new Stray("alerts[0]", Optional.of(pool), "no pool");
    }
}
