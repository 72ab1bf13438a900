package io.pulumiscale.stack;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A Unix cron expression that falls due.
 *
 * @param text as it is written
 * @param cron as it is understood
 */
record UnixCron(String text, Cron cron) {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** Any time would do, but with a fixed one nothing becomes faulty by waiting. */
    private static final ZonedDateTime ONCE = Instant.EPOCH.atZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException with what is wrong with it */
    static UnixCron of(String text) {
        Cron cron = parsed(text);
        if (ExecutionTime.forCron(cron).nextExecution(ONCE).isEmpty()) {
            throw new IllegalArgumentException("it never falls due");
        }
        return new UnixCron(text, cron);
    }

    private static Cron parsed(String text) {
        if (text.contains("|")) {
            throw new IllegalArgumentException("there is no | in it"); // for the library it separates alternatives
        }
        try {
            return PARSER.parse(text);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it breaks off", e); // how the library says so of 3-/
        }
    }

    /** Blanks and the names of days and months aside. */
    boolean equivalent(UnixCron other) {
        return cron.asString().equals(other.cron.asString());
    }
}
