package io.pulumiscale.http;

import io.pulumiscale.model.ScalingIntent;
import java.util.Locale;

/**
 * What somebody asked, as it is shown; times are ISO 8601 in UTC.
 *
 * @param source {@code manual}, {@code alertmanager}, {@code prometheus} or {@code cloudwatch}
 * @param change as people write it: {@code =7}, {@code +2}, {@code -25%}
 */
record IntentView(String intent, String pool, String source, String change, String reason, String receivedAt) {

    static IntentView of(ScalingIntent it) {
        return new IntentView(
                it.id().value(),
                it.pool(),
                it.source().name().toLowerCase(Locale.ROOT),
                it.change().text(),
                it.reason(),
                it.receivedAt().toString());
    }
}
