package io.pulumiscale.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the topic still sends, as far as its messages tell. Messages may come late: by SNS's clock the latest counts.
 * Safe for use by several threads.
 */
public final class SnsSubscription {
    private Instant alive = Instant.MIN;
    private Instant ended = Instant.MIN;

    /** The topic has sent an alarm, or was confirmed. */
    public synchronized void alive(Instant sentAt) {
        alive = later(alive, sentAt);
    }

    /** Someone ended the subscription. */
    public synchronized void ended(Instant sentAt) {
        ended = later(ended, sentAt);
    }

    /** What people should know; nothing in it is secret. */
    public synchronized Optional<String> warning() {
        return ended.isAfter(alive)
                ? Optional.of("the SNS subscription was ended at %s: no CloudWatch alarm comes until it is made again"
                        .formatted(ended))
                : Optional.empty();
    }

    private static Instant later(Instant some, Instant other) {
        return other.isAfter(some) ? other : some;
    }
}
