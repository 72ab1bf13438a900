package io.pulumiscale.stack;

import io.pulumiscale.model.ScheduledBounds;
import io.pulumiscale.model.Spelling;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the bounds that a pool has at certain times.
 *
 * @param least the pool's own smallest size
 * @param most the pool's own largest size
 */
record ScheduleReader(int least, int most) {

    List<ScheduledBounds> read(Section pool) {
        return pool.sections("schedule").stream().map(this::bounds).toList();
    }

    private ScheduledBounds bounds(Section entry) {
        Optional<UnixCron> from = time(entry, "from");
        Optional<UnixCron> until = time(entry, "until");
        if (from.isPresent() && until.filter(from.get()::equivalent).isPresent()) {
            entry.fault("until", until.get().text() + " is equal to from");
        }
        ZoneId zone = zone(entry);
        OptionalInt min = entry.optionalInteger("min", least, most);
        OptionalInt max = entry.optionalInteger("max", least, most);
        checkSizes(entry, min, max);
        entry.end();
        return new ScheduledBounds(
                from.map(UnixCron::text).orElse(""), until.map(UnixCron::text).orElse(""), zone, min, max);
    }

    private static Optional<UnixCron> time(Section entry, String key) {
        String text = entry.text(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UnixCron.of(text));
        } catch (IllegalArgumentException e) {
            entry.fault(key, "%s is not a time in Unix cron: %s".formatted(text, e.getMessage()));
            return Optional.empty();
        }
    }

    private static ZoneId zone(Section entry) {
        String zone = entry.text("zone", "UTC");
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        if (!zone.isEmpty()) {
            entry.fault("zone", "%s is unknown, did you mean %s?".formatted(zone, nearest(zone)));
        }
        return ZoneOffset.UTC;
    }

    /** Never the list of all: there are hundreds. */
    private static String nearest(String zone) {
        return Spelling.closest(zone, ZoneId.getAvailableZoneIds()).orElse("a name such as Europe/Paris");
    }

    private static void checkSizes(Section entry, OptionalInt min, OptionalInt max) {
        if (!entry.has("min") && !entry.has("max")) {
            entry.fault("min", "missing, and max too: at least one of both is needed");
        }
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            entry.fault("min", "%d is greater than max, %d".formatted(min.getAsInt(), max.getAsInt()));
        }
    }
}
