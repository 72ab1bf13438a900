package io.pulumiscale.update;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who holds a lock of the stack, as the file backend tells it: {@code created by USER@HOST (pid N) at TIME}. Pulumi Cloud
 * names nobody.
 *
 * @param since when the lock was taken, to the second; the fraction is cut off
 */
record LockHolder(String user, String host, long pid, Instant since) {
    private static final Pattern CREATED_BY =
            Pattern.compile(": created by (.+)@(\\S+) \\(pid (\\d{1,18})\\) at (\\S+)");

    /** All that are named, one a lock. */
    static List<LockHolder> in(String output) {
        return CREATED_BY
                .matcher(output)
                .results()
                .map(LockHolder::of)
                .distinct()
                .toList();
    }

    static String describe(String output) {
        List<LockHolder> holders = in(output);
        return holders.isEmpty()
                ? "another update of the stack is in progress"
                : "waiting for the lock of "
                        + holders.stream().map(LockHolder::text).collect(Collectors.joining(" and of "));
    }

    /** For people. */
    String text() {
        return "%s@%s (pid %d) since %s".formatted(user, host, pid, since);
    }

    private static LockHolder of(MatchResult line) {
        return new LockHolder(
                line.group(1),
                line.group(2),
                Long.parseLong(line.group(3)),
                OffsetDateTime.parse(line.group(4)).toInstant());
    }
}
