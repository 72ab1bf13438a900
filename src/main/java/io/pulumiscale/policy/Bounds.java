package io.pulumiscale.policy;

import io.pulumiscale.model.Cap;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.ScheduledBounds;
import java.time.Instant;

/** The pool's bounds at one time: its own, narrowed by its schedule. Where they cross, the minimum counts. */
record Bounds(Limit least, Limit most) {

    /** @param name for people, {@code min} or {@code min of the schedule from …} */
    private record Limit(int size, String name) {}

    static Bounds of(Pool pool, Instant now) {
        Limit least = new Limit(pool.minSize(), "min");
        Limit most = new Limit(pool.maxSize(), "max");
        for (ScheduledBounds scheduled : pool.rules().schedule()) {
            if (Window.of(scheduled).contains(now)) {
                least = larger(least, scheduled);
                most = smaller(most, scheduled);
            }
        }
        return new Bounds(least, most);
    }

    private static Limit larger(Limit least, ScheduledBounds scheduled) {
        int min = scheduled.min().orElse(0);
        return min > least.size() ? new Limit(min, "scheduled min") : least;
    }

    private static Limit smaller(Limit most, ScheduledBounds scheduled) {
        int max = scheduled.max().orElse(Integer.MAX_VALUE);
        return max < most.size() ? new Limit(max, "scheduled max") : most;
    }

    int clamp(int size) {
        return Math.max(least.size(), Math.min(most.size(), size));
    }

    Wish clamp(Wish wish) {
        int clamped = clamp(wish.size());
        if (clamped == wish.size()) {
            return wish;
        }
        String name = clamped > wish.size() ? least.name() : most.name();
        return wish.altered(clamped, new Cap(wish.size(), clamped, name).text());
    }
}
