package io.pulumiscale.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an alert. Messages may come in any order: an end counts only if it is not before the beginning, both by
 * the sender's clock.
 *
 * @param key of all its messages, see {@link Firing}
 * @param change what it asks for while it fires
 * @param since when it began to fire, by the sender's clock
 * @param heardAt when the scaler heard of it, by its own clock
 * @param endHeardAt when the scaler heard of its end, by its own clock; empty while it fires
 */
public record Alert(
        String key,
        String pool,
        Change change,
        Source source,
        String reason,
        Instant since,
        Instant heardAt,
        Optional<Instant> endHeardAt) {

    /** One that fires, as its intent tells; empty for a person's. */
    public static Optional<Alert> behind(ScalingIntent intent) {
        return intent.firing()
                .map(firing -> new Alert(
                        firing.alert(),
                        intent.pool(),
                        intent.change(),
                        intent.source(),
                        intent.reason(),
                        firing.since(),
                        intent.receivedAt(),
                        Optional.empty()));
    }

    /** Once more heard of: of two beginnings the later one counts. */
    public Alert or(Alert other) {
        return other.since.isAfter(since) ? other : this;
    }

    /** The same over, unless that end is of an earlier time. */
    public Alert endedBy(Instant endedAt, Instant heardAt) {
        return endedAt.isBefore(since)
                ? this
                : new Alert(key, pool, change, source, reason, since, this.heardAt, Optional.of(heardAt));
    }

    public boolean over() {
        return endHeardAt.isPresent();
    }

    /** Whether its time to live has passed. */
    public boolean expired(Duration ttl, Instant now) {
        return !now.isBefore(heardAt.plus(ttl));
    }

    /** Whether it was on at that time or later. */
    public boolean wasOnAfter(Instant time) {
        return endHeardAt.map(time::isBefore).orElse(true);
    }
}
