package io.pulumiscale.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long: {@code 90s}, {@code 5m}, {@code 6h}, {@code 7d}, or as ISO 8601 has it. */
final class Spans implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse(iso(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException("%s is no duration such as 90s, 5m, 6h, 7d or PT6H".formatted(text));
        }
    }

    static String iso(String text) {
        Matcher parts = SHORT.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String amount = parts.group(1) + parts.group(2).toUpperCase(Locale.ROOT);
        return amount.endsWith("D") ? "P" + amount : "PT" + amount;
    }
}
