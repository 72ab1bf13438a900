package io.pulumiscale.scaler;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.StackState;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The stack as it was last seen, and what is being done to it. Written by the loop, read by everyone. */
public final class ObservedStack {
    private volatile @Nullable StackState seen;
    private volatile @Nullable Update running;
    private volatile @Nullable String problem;
    private volatile @Nullable URI page;

    void saw(StackState now) {
        seen = now;
        problem = null;
    }

    /** It cannot be read now. */
    void lost(String why) {
        problem = why;
    }

    /** Why it cannot be read, if that is so. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Where people see its history. */
    public void shownAt(URI where) {
        page = where;
    }

    Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    void updating(Update update) {
        running = update;
    }

    void idle() {
        running = null;
    }

    public boolean known() {
        return seen != null;
    }

    /** Of the topic that the stack's alarms act on, if the stack has one. */
    public Optional<String> topicArn() {
        return state().topicArn();
    }

    OptionalInt currentSize(String pool) {
        Integer size = state().sizes().get(pool);
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    OptionalInt desiredSize(String pool) {
        Update update = running;
        if (update != null) {
            for (Resize resize : update.resizes()) {
                if (resize.pool().equals(pool)) {
                    return OptionalInt.of(resize.to());
                }
            }
        }
        return currentSize(pool);
    }

    boolean anyStale() {
        return !state().stale().isEmpty();
    }

    boolean stale(String pool) {
        return state().stale().contains(pool);
    }

    /** Empty if the pool is stale, or the stack does not have it yet. */
    Optional<Integer> scalableSize(String pool) {
        StackState now = state();
        return Optional.ofNullable(now.sizes().get(pool))
                .filter(size -> !now.stale().contains(pool));
    }

    private StackState state() {
        StackState now = seen;
        return now == null ? StackState.unknown() : now;
    }
}
