package io.pulumiscale.simulate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Times as recordings have them. */
final class Times {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,14}");

    private Times() {}

    /** ISO 8601, in UTC without an offset; or seconds, or milliseconds, since 1970. */
    static Optional<Instant> read(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (MILLISECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        String iso = text.replace(' ', 'T');
        return parsed(() -> OffsetDateTime.parse(iso).toInstant())
                .or(() -> parsed(() -> LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)));
    }

    private static Optional<Instant> parsed(Supplier<Instant> parser) {
        try {
            return Optional.of(parser.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
