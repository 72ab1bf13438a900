package io.pulumiscale.simulate;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.Checkpoint;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.Refreshed;
import io.pulumiscale.update.StackState;
import io.pulumiscale.update.StackUpdater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stack on which every update succeeds, after a while. */
final class VirtualStack implements StackUpdater {
    private final Map<String, Integer> sizes;
    private final VirtualClock clock;
    private final Duration takes;
    private final List<Resized> resized = new ArrayList<>();

    VirtualStack(Map<String, Integer> sizes, VirtualClock clock, Duration takes) {
        this.sizes = new ConcurrentHashMap<>(sizes);
        this.clock = clock;
        this.takes = takes;
    }

    int size(String pool) {
        return sizes.getOrDefault(pool, 0);
    }

    List<Resized> resized() {
        return List.copyOf(resized);
    }

    @Override
    public Outcome run(Update update) {
        clock.forward(takes);
        for (Resize resize : update.resizes()) {
            sizes.put(resize.pool(), resize.to());
            resized.add(new Resized(clock.instant(), resize.pool(), resize.from(), resize.to(), resize.reason()));
        }
        return new Outcome.Applied(read(), Optional.empty());
    }

    @Override
    public StackState read() {
        return new StackState(sizes, Set.of(), Optional.empty());
    }

    @Override
    public Checkpoint checkpoint() {
        return new Checkpoint(sizes, Set.of(), List.of());
    }

    @Override
    public Refreshed refresh(Set<String> pools) {
        return new Refreshed.Done();
    }
}
