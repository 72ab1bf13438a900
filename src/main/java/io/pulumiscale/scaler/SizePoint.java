package io.pulumiscale.scaler;

import io.pulumiscale.model.SizeChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A pool's size from a time on, until the next point. */
public record SizePoint(Instant at, int size) {

    /**
     * The size over time, the oldest first, up to now. What people resized by {@code pulumi up} is not in the journal, and
     * shows with the scaler's next resize.
     *
     * @param changes the oldest first
     * @param since nothing before is told
     */
    static List<SizePoint> series(List<SizeChange> changes, Instant since, Instant now, OptionalInt current) {
        List<SizePoint> points = new ArrayList<>();
        for (SizeChange change : changes) {
            if (change.at().isBefore(since)) {
                points.add(new SizePoint(since, change.to()));
            } else {
                if (points.isEmpty()) {
                    points.add(new SizePoint(since, change.from()));
                }
                points.add(new SizePoint(change.at(), change.to()));
            }
        }
        current.ifPresent(size -> {
            if (points.isEmpty()) {
                points.add(new SizePoint(since, size));
            }
            points.add(new SizePoint(now, size));
        });
        return points;
    }
}
