package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.pulumiscale.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // captures the log
class WrongTokensTest {
    private static final int PER_MINUTE = 3;
    private static final IPAddress SOMEBODY = address("203.0.113.7");

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private final WrongTokens wrong = new WrongTokens(PER_MINUTE, clock);

    @Test
    void whoGoesOnIsToldToSlowDownAndForHowLong() {
        assertThat(statuses(SOMEBODY, 5)).containsExactly(401, 401, 401, 429, 429);
        assertThat(wrong.refuse(SOMEBODY).answer("/").headers()).containsEntry("Retry-After", List.of("20"));
        clock.step(Duration.ofSeconds(20));
        assertThat(statuses(SOMEBODY, 2)).containsExactly(401, 429);
    }

    @Test
    void oneSourcesFloodIsNotAnothers() {
        statuses(SOMEBODY, 1_000);
        assertThat(statuses(address("203.0.113.8"), 1)).containsExactly(401);
    }

    @Test
    void theAddressesOfOneNetworkOfIpv6AreOneSource() {
        statuses(address("2001:db8::1"), PER_MINUTE);
        assertThat(statuses(address("2001:db8::ffff:2"), 1)).containsExactly(429);
        assertThat(statuses(address("2001:db8:0:1::1"), 1)).containsExactly(401);
    }

    @Test
    void noMoreSourcesAreKeptThanThereIsRoomFor() {
        for (int i = 0; i < 12_000; i++) {
            wrong.refuse(address("10.%d.%d.1".formatted(i / 250, i % 250)));
        }
        assertThat(wrong.sources()).isEqualTo(10_000);
        assertThat(wrong.count()).isEqualTo(12_000);
    }

    @Test
    void aMinuteHasOneLineOfTheLog() {
        try (CapturedLog log = new CapturedLog()) {
            statuses(SOMEBODY, 100);
            clock.step(Duration.ofSeconds(59));
            statuses(SOMEBODY, 100);
            assertThat(log.messages(Level.INFO)).containsExactly(line(1));
            clock.step(Duration.ofSeconds(1));
            statuses(SOMEBODY, 100);
            assertThat(log.messages(Level.INFO)).containsExactly(line(1), line(200));
        }
    }

    private static String line(int count) {
        return "%d requests with a wrong token, the last from 203.0.113.7".formatted(count);
    }

    private List<Integer> statuses(IPAddress source, int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(i -> wrong.refuse(source).answer("/").status())
                .toList();
    }

    private static IPAddress address(String text) {
        return new IPAddressString(text).getAddress();
    }
}
