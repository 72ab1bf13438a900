package io.pulumiscale.webhook;

import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Alertmanager: each alert has a status and a fingerprint of its own. */
final class AlertmanagerDialect implements AlertDialect {
    private static final int LONGEST_FINGERPRINT = 64;

    private final IntentFactory intents;

    AlertmanagerDialect(IntentFactory intents) {
        this.intents = intents;
    }

    @Override
    public Source source() {
        return Source.ALERTMANAGER;
    }

    @Override
    public boolean sendsEverything() {
        return false;
    }

    @Override
    public Optional<Boolean> firing(Place alert) {
        Place status = alert.get("status");
        return status.text().flatMap(word -> switch (word) {
            case "firing" -> Optional.of(true);
            case "resolved" -> Optional.of(false);
            default -> status.complain(PlainText.quoted(word) + " is neither firing nor resolved");
        });
    }

    @Override
    public Optional<String> fingerprint(Place alert, Map<String, String> labels) {
        Place fingerprint = alert.get("fingerprint");
        return fingerprint
                .text()
                .flatMap(text -> text.matches("[0-9A-Za-z]{1," + LONGEST_FINGERPRINT + "}")
                        ? Optional.of(text)
                        : fingerprint.complain(PlainText.quoted(text) + " is no fingerprint"));
    }

    @Override
    public Instant endedAt(Place alert) {
        return Timestamps.rfc3339(alert.get("endsAt").complainingTo(new Faults()))
                .orElseGet(intents::now);
    }
}
