package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bounds on a schedule, on a running scaler and by the real time. */
class ScheduleIT {
    private static final Duration SEVERAL_DECISIONS = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aWindowThatIsOpenLiftsThePoolToItsMinimumAndAClosedOneLiftsNothing() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scalerProcess().sender();
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

        world.configure(scheduled(now.plusHours(2), now.minusHours(2)));
        await().during(SEVERAL_DECISIONS).atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 2);
        world.configure(scheduled(now.minusHours(2), now.plusHours(2)));

        Cloud.awaitSize(world, scaler, "workers", 6);
        assertThat(world.person().history().findValuesAsText("message"))
                .anyMatch(message -> message.startsWith("workers 2→6") && message.contains("scheduled min"));
        assertThat(scaler.scale("workers", "set", 1).statusCode()).isEqualTo(202);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(scaler.pool("workers")
                                .path("lastDecision")
                                .path("reason")
                                .asText())
                        .contains("capped 1→6 by scheduled min"));
        assertThat(Cloud.size(world, "workers")).isEqualTo(6);
    }

    /** Windows of whole days begin and end once a day, at these minutes. */
    private static String scheduled(ZonedDateTime from, ZonedDateTime until) {
        return Pools.WORKERS.replace("image: workers:1", """
                image: workers:1
                  schedule:
                    - from: %s
                      until: %s
                      min: 6""".formatted(daily(from), daily(until)));
    }

    private static String daily(ZonedDateTime time) {
        return "%d %d * * *".formatted(time.getMinute(), time.getHour());
    }
}
