package io.pulumiscale.simulate;

import io.pulumiscale.model.Threshold;
import io.pulumiscale.simulate.Occurrence.Ends;
import io.pulumiscale.simulate.Occurrence.Fires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Watches a metric of one pool, and says when its alarms go on and off. */
final class Watch {
    private final String pool;
    private final List<Alarm> alarms;
    private final boolean load;
    private final Set<String> on = new HashSet<>();
    private OptionalDouble last = OptionalDouble.empty();

    /** @param load what is measured is the whole pool's, and every instance has its part of it */
    Watch(String pool, List<Threshold> thresholds, boolean load, Instant begin) {
        this.pool = pool;
        this.alarms = thresholds.stream().map(it -> new Alarm(it, begin)).toList();
        this.load = load;
    }

    void measured(Instant at, double value, int size) {
        last = OptionalDouble.of(value);
        alarms.forEach(alarm -> alarm.measured(at, seen(value, size)));
    }

    /** What has changed since it was asked before. */
    List<Occurrence> news(Instant at) {
        List<Occurrence> news = new ArrayList<>();
        for (Alarm alarm : alarms) {
            Threshold threshold = alarm.threshold();
            boolean now = alarm.on(at);
            if (now && on.add(threshold.name())) {
                news.add(new Fires(at, pool, threshold.name(), threshold.change()));
            } else if (!now && on.remove(threshold.name())) {
                news.add(new Ends(at, pool, threshold.name()));
            }
        }
        return news;
    }

    /** Whether there is anything to watch. */
    boolean measures() {
        return last.isPresent();
    }

    /** Whether an instance has more to do than it should, at this size. */
    boolean tooMuch(int size) {
        return last.isPresent()
                && alarms.stream()
                        .map(Alarm::threshold)
                        .anyMatch(it -> it.scalesOut() && it.crossedBy(seen(last.getAsDouble(), size)));
    }

    /** A pool of none has all of it as one would. */
    private double seen(double value, int size) {
        return load ? value / Math.max(1, size) : value;
    }
}
