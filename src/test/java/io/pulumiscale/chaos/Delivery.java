package io.pulumiscale.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that is sent to the scaler.
 *
 * @param after since the round's begin
 * @param event equal for what the scaler has to take for one and the same
 * @param key the header Idempotency-Key, for people
 */
record Delivery(Duration after, String event, String path, Optional<String> key, String body) {

    static Delivery byHand(Duration after, String event, String pool, String action, int value) {
        return new Delivery(
                after,
                event,
                "/scale/" + pool,
                Optional.of(event),
                "{\"action\":\"%s\",\"value\":%d,\"reason\":\"%s\"}".formatted(action, value, event));
    }

    /** @param status firing or resolved */
    static Delivery alert(Duration after, String event, String status, Alert alert) {
        return new Delivery(after, event, "/webhook/alertmanager", Optional.empty(), alert.body(status));
    }

    Delivery again(Duration later) {
        return new Delivery(later, event, path, key, body);
    }

    /** One event of Alertmanager's, which it reports when it begins and when it is over. */
    record Alert(String fingerprint, String startsAt, String endsAt, String pool, String action, int value) {
        private static final String NOT_YET = "0001-01-01T00:00:00Z";

        String body(String status) {
            return """
                    {"version":"4","status":"%s","receiver":"pulumiscale","alerts":[{"status":"%s",
                     "labels":{"alertname":"Chaos","pool_name":"%s"},
                     "annotations":{"pulumiscale_action":"%s","pulumiscale_value":"%d"},
                     "startsAt":"%s","endsAt":"%s","fingerprint":"%s"}]}
                    """.formatted(
                            status,
                            status,
                            pool,
                            action,
                            value,
                            startsAt,
                            status.equals("firing") ? NOT_YET : endsAt,
                            fingerprint);
        }
    }
}
