package io.pulumiscale.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Points in time as senders write them. */
final class Timestamps {
    /** {@code 2026-09-14T11:18:48.031+0000}: CloudWatch writes the offset without a colon. */
    private static final DateTimeFormatter CLOUDWATCH = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]XX");

    /** {@code 2026-09-14T11:18:48.031Z}, and nothing else: it is signed as it is written. */
    private static final DateTimeFormatter SNS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** RFC 3339, as Alertmanager and Prometheus have it. */
    static Optional<Instant> rfc3339(Place place) {
        return parsed(place, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static Optional<Instant> cloudWatch(Place place) {
        return parsed(place, CLOUDWATCH);
    }

    static Optional<Instant> sns(Place place) {
        return parsed(place, SNS);
    }

    private static Optional<Instant> parsed(Place place, DateTimeFormatter format) {
        return place.text().flatMap(text -> parsed(text, place, format));
    }

    private static Optional<Instant> parsed(String text, Place place, DateTimeFormatter format) {
        try {
            return Optional.of(OffsetDateTime.parse(text, format).toInstant());
        } catch (DateTimeException e) {
            return place.complain("a timestamp is wanted, not " + PlainText.quoted(text));
        }
    }
}
