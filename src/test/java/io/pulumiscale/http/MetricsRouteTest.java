package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsRouteTest {
    private static final Exposition METRICS =
            accept -> new Exposition.Page("text/plain; version=0.0.4; charset=utf-8", "up 1\n# " + accept + "\n");

    @Test
    void metricsAreShownToWhoeverHasAToken() {
        try (Door door = door(false, Incidents.none())) {
            HttpResponse<String> response = door.send(
                    "/metrics", it -> it.header("Accept", "text/plain").GET());
            assertThat(response.body()).isEqualTo("up 1\n# " + Optional.of("text/plain") + "\n");
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(door.sendBare("/metrics", it -> it.GET()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void andToEverybodyWhereThatIsWanted() {
        try (Door door = door(true, Incidents.none())) {
            assertThat(door.sendBare("/metrics", it -> it.GET()).statusCode()).isEqualTo(200);
            assertThat(door.sendBare("/pools", it -> it.GET()).statusCode())
                    .as("nothing else is")
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsTurnedAwayIsTold() {
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger ignored = new AtomicInteger();
        Incidents incidents = new Incidents() {
            @Override
            public void wrongToken() {
                refused.incrementAndGet();
            }

            @Override
            public void ignored(int alerts) {
                ignored.addAndGet(alerts);
            }
        };
        try (Door door = door(false, incidents)) {
            door.sendBare("/pools", it -> it.GET());
            door.sendBare("/pools?token=wrong", it -> it.GET());
            door.get("/pools");
            door.post("/webhook/alertmanager", "application/json", """
                    {"version":"4","status":"firing","receiver":"x","alerts":[{"status":"firing",
                     "labels":{"alertname":"High","pool_name":"nowhere"},"annotations":{},
                     "startsAt":"2026-11-20T09:30:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f1"}]}
                    """);
        }
        assertThat(refused).as("nothing shown is no token").hasValue(1);
        assertThat(ignored).hasValue(1);
    }

    private static Door door(boolean open, Incidents incidents) {
        return new Door(events -> new Observation(events, METRICS, open, incidents));
    }
}
