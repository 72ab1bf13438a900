package io.pulumiscale.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One update of the stack, with the absolute sizes that it is to bring about.
 *
 * @param problem why it did not succeed, what it waits for, or what was odd although it succeeded
 */
public record Update(
        long id,
        List<Resize> resizes,
        UpdateStatus status,
        Execution execution,
        Optional<String> problem,
        Instant plannedAt,
        Optional<Instant> endedAt) {

    private static final int LONGEST_MESSAGE = 4_000;

    public Update {
        resizes = List.copyOf(resizes);
    }

    public static Update planned(long id, List<Resize> resizes, Instant at) {
        return new Update(id, resizes, UpdateStatus.PENDING, Execution.none(), Optional.empty(), at, Optional.empty());
    }

    public Update running(Instant at) {
        return new Update(id, resizes, UpdateStatus.RUNNING, execution.started(at), problem, plannedAt, endedAt);
    }

    public Update executed(Execution how) {
        return new Update(id, resizes, status, how, problem, plannedAt, endedAt);
    }

    public Update attempted(int times) {
        return executed(execution.attempted(times));
    }

    /** Tried so often, and what it waits for; for people. */
    public Update waiting(int attempts, String why) {
        return new Update(id, resizes, status, execution.attempted(attempts), Optional.of(why), plannedAt, endedAt);
    }

    public Update ended(UpdateStatus how, Optional<String> why, Instant at) {
        return new Update(id, resizes, how, execution, why, plannedAt, Optional.of(at));
    }

    public int attempts() {
        return execution.attempts();
    }

    /** From the first try to the end; empty before, or if it was never tried. */
    public Optional<Duration> duration() {
        return execution.startedAt().flatMap(start -> endedAt.map(end -> Duration.between(start, end)));
    }

    /** The update's message in the stack's history. A command line bears no more than some thousand characters of it. */
    public String message() {
        String all = resizes.stream().map(Resize::message).collect(Collectors.joining("; "));
        return all.length() <= LONGEST_MESSAGE
                ? all
                : "%s... (%d pools)".formatted(all.substring(0, LONGEST_MESSAGE), resizes.size());
    }
}
