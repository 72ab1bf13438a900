package io.pulumiscale.policy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.pulumiscale.model.ScheduledBounds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When scheduled bounds are in force: from the latest {@code from} until an {@code until} that is later.
 *
 * <p>It is computed on the wall clock, as if its days all had 24 hours. A library that skips times which a change of the
 * clocks leaves out would skip the whole day's window with them.
 */
record Window(ExecutionTime from, ExecutionTime until, ZoneId zone) {

    static Window of(ScheduledBounds bounds) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return new Window(
                ExecutionTime.forCron(parser.parse(bounds.from())),
                ExecutionTime.forCron(parser.parse(bounds.until())),
                bounds.zone());
    }

    boolean contains(Instant now) {
        ZonedDateTime wallClock = now.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
        Optional<ZonedDateTime> began = latest(from, wallClock);
        Optional<ZonedDateTime> ended = latest(until, wallClock);
        return began.filter(at -> ended.isEmpty() || at.isAfter(ended.get())).isPresent();
    }

    /** Now included: the library's last execution is before what it is given. */
    private static Optional<ZonedDateTime> latest(ExecutionTime times, ZonedDateTime now) {
        return times.lastExecution(now.plusSeconds(1));
    }
}
