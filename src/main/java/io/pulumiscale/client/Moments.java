package io.pulumiscale.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Times as people read them: on the clock where they are, and how far from now. */
public final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern INSTANT =
            Pattern.compile("\\b20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");
    /** Below it seconds are told beside minutes. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    private final Clock clock;
    private final ZoneId zone;

    public Moments(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code 14:03:05}, or with the day if that is not today. */
    String at(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        boolean today = local.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(local);
    }

    /** The scaler's own texts have times in UTC: here they are on the clock of whoever reads them. */
    public String local(String text) {
        return INSTANT.matcher(text).replaceAll(this::local);
    }

    /** What only looks like a time stays. */
    private String local(MatchResult found) {
        try {
            return at(Instant.parse(found.group()));
        } catch (DateTimeException e) {
            return found.group();
        }
    }

    /** {@code 3 min ago}, {@code now} or {@code in 3 min}. */
    String ago(Instant moment) {
        Duration since = Duration.between(moment, clock.instant());
        if (since.abs().toSeconds() == 0) {
            return "now";
        }
        return since.isNegative() ? "in " + span(since.abs()) : span(since) + " ago";
    }

    /** {@code 14:03:05, 3 min ago}. */
    String told(Instant moment) {
        return at(moment) + ", " + ago(moment);
    }

    /** What is left until then, by the larger unit alone. */
    String about(Instant moment) {
        return left(moment).replaceFirst("^(\\d+ \\w+) .*", "$1");
    }

    /** What is left until then. */
    String left(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        return span(left.isNegative() ? Duration.ZERO : left);
    }

    /** {@code 42 s}, {@code 3 min 20 s}, {@code 25 min}, {@code 2 h 5 min}, {@code 3 d 4 h}: the two largest units at most. */
    static String span(Duration span) {
        if (span.toDays() > 0) {
            return two(span.toDays(), "d", span.toHoursPart(), "h");
        }
        if (span.toHours() > 0) {
            return two(span.toHours(), "h", span.toMinutesPart(), "min");
        }
        if (span.toMinutes() == 0) {
            return span.toSeconds() + " s";
        }
        return two(span.toMinutes(), "min", span.compareTo(SHORT) < 0 ? span.toSecondsPart() : 0, "s");
    }

    private static String two(long many, String unit, int rest, String smaller) {
        return rest == 0 ? "%d %s".formatted(many, unit) : "%d %s %d %s".formatted(many, unit, rest, smaller);
    }

    /** {@code 2.4 s}, or as {@link #span}. */
    static String seconds(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : span(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
