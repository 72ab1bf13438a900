package io.pulumiscale.update;

import io.pulumiscale.model.EngineRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells locks that dead engines of this scaler have left from those that are to be waited for. What is not proved is
 * waited for (ADR 14).
 */
final class Locks {
    /** How far the two clocks may be apart by which a lock and a process are dated. */
    private static final Duration ABOUT = Duration.ofSeconds(2);

    private static final Pattern COUNT = Pattern.compile("the stack is currently locked by (\\d{1,9}) lock\\(s\\)");

    private final Engines engines;
    private final Processes processes;

    Locks(Engines engines, Processes processes) {
        this.engines = engines;
        this.processes = processes;
    }

    /** What keeps the stack from being updated. */
    sealed interface Holding {

        /** Nothing but what is left of these. */
        record Orphaned(List<LockHolder> holders) implements Holding {}

        /** Somebody who is at it, for all that is known. */
        record Waited(String reason) implements Holding {}
    }

    /** @param output of the CLI that found the stack locked */
    Holding holding(String output) {
        List<LockHolder> holders = LockHolder.in(output);
        List<EngineRun> ours = engines.here();
        boolean orphaned = !holders.isEmpty()
                && holders.size() == count(output)
                && holders.stream().allMatch(holder -> isOurs(holder, ours) && isDead(holder));
        return orphaned ? new Holding.Orphaned(holders) : new Holding.Waited(LockHolder.describe(output));
    }

    private static int count(String output) {
        Matcher count = COUNT.matcher(output);
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    /** A process id is used again and again: the lock has to be of the time of our process. */
    private static boolean isOurs(LockHolder holder, List<EngineRun> ours) {
        return ours.stream()
                .anyMatch(run -> run.host().equals(holder.host())
                        && run.pid() == holder.pid()
                        && !holder.since().plus(ABOUT).isBefore(run.startedAt())
                        && run.endedAt()
                                .map(end -> !holder.since().minus(ABOUT).isAfter(end))
                                .orElse(true));
    }

    /** No process has the id, or one that began when the lock was there already. */
    private boolean isDead(LockHolder holder) {
        Instant taken = holder.since().plus(ABOUT);
        return processes.begun(holder.pid()).map(taken::isBefore).orElse(true);
    }
}
