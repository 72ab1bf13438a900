package io.pulumiscale.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in time, as the API wants it: how long ago it was ({@code 6h}, {@code PT6H}), or a time, on the clock of where
 * this runs if it does not say another.
 */
final class Since implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        String iso = Spans.iso(text);
        return iso.startsWith("P")
                ? new Spans().convert(iso).toString()
                : time(text).toInstant().toString();
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return local(text);
        }
    }

    private static OffsetDateTime local(String text) {
        try {
            return LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "%s is neither a duration up to now (6h, 7d, PT6H) nor a time (2026-11-24T03:00)".formatted(text));
        }
    }
}
