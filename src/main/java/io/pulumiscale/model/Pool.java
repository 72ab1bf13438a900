package io.pulumiscale.model;

import java.util.Map;
import java.util.Optional;

/**
 * A pool as deciding needs it; what its kind needs besides stays with the stack program.
 *
 * @param name unique in the stack, {@code [a-z][a-z0-9-]{0,30}}
 * @param minSize smallest size, in instances, nodes or replicas; at least 0
 * @param maxSize largest size, at least {@code minSize} and 1
 * @param initialSize the size of the very first update; afterwards the stack remembers
 * @param scaleOutStep how many to add for an alert that names no number of its own; at least 1
 * @param scaleInStep how many to take away likewise; at least 1
 * @param alarms the CloudWatch alarms that the program provisions for this pool, by alarm name: what each asks for
 *     while it fires
 * @param rules how it may be resized, beside its bounds
 */
public record Pool(
        String name,
        PoolKind kind,
        int minSize,
        int maxSize,
        int initialSize,
        int scaleOutStep,
        int scaleInStep,
        Map<String, Change> alarms,
        ScalingRules rules) {

    public Pool {
        alarms = Map.copyOf(alarms);
    }

    public int clamp(int size) {
        return Math.max(minSize, Math.min(maxSize, size));
    }

    /** The pool's own step in a direction, as a change. */
    public Change step(Direction direction) {
        return switch (direction) {
            case OUT -> new Change.Delta(scaleOutStep);
            case IN -> new Change.Delta(-scaleInStep);
        };
    }

    /** What this alarm asks for while it fires. */
    public Optional<Change> changeOf(String alarmName) {
        return Optional.ofNullable(alarms.get(alarmName));
    }
}
