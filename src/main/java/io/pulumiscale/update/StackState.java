package io.pulumiscale.update;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What the stack remembers.
 *
 * @param sizes by pool; a pool that is configured and not in here was never deployed
 * @param stale pools that were deployed from another specification than this scaler's
 * @param topicArn of the topic that the stack's alarms act on
 */
public record StackState(Map<String, Integer> sizes, Set<String> stale, Optional<String> topicArn) {
    public StackState {
        sizes = Map.copyOf(sizes);
        stale = Set.copyOf(stale);
    }

    public static StackState unknown() {
        return new StackState(Map.of(), Set.of(), Optional.empty());
    }

    /** Whether every pool of an update has the size that it is to bring, or that it was decided from. */
    boolean remembers(Update update, ToIntFunction<Resize> size) {
        return update.resizes().stream()
                .allMatch(resize -> Integer.valueOf(size.applyAsInt(resize)).equals(sizes.get(resize.pool())));
    }

    /** The engine has the configuration before the watch over it does: what a program has called stale is. */
    StackState alsoStale(Set<String> pools) {
        Set<String> all = new HashSet<>(stale);
        all.addAll(pools);
        return new StackState(sizes, all, topicArn);
    }
}
