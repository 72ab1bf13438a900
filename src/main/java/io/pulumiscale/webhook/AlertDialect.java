package io.pulumiscale.webhook;

import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where Alertmanager and Prometheus say the same thing differently. */
interface AlertDialect {

    Source source();

    /** Whether alerts that name no pool come along, as their sender cannot be told to send only some. */
    boolean sendsEverything();

    /** Whether the alert is still on; a fault, and nothing, where it does not say. */
    Optional<Boolean> firing(Place alert);

    /** Equal for every delivery of alerts with these labels; a fault, and nothing, where it is unusable. */
    Optional<String> fingerprint(Place alert, Map<String, String> labels);

    /** The end of an alert that is over. */
    Instant endedAt(Place alert);
}
