package io.pulumiscale.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool as it stands. */
public record Pool(
        String name,
        String kind,
        int minSize,
        int maxSize,
        @Nullable Integer currentSize,
        @Nullable Integer desiredSize,
        boolean stale,
        boolean stalled,
        @Nullable Decision lastDecision,
        Bounds bounds,
        Ends cooldown,
        Ends backoff,
        Paused paused,
        List<Firing> firing,
        int waitingIntents,
        @Nullable Long approval,
        @Nullable Declined declined) {

    /** In force now. */
    public record Bounds(int min, int max) {
        @Override
        public String toString() {
            return min + "-" + max;
        }
    }

    /** What alerts and schedules do not ask for again before that time. */
    public record Declined(int from, int to, String by, String reason, Instant at, Instant until) {
        String told() {
            return "%s %s".formatted(Sizes.told(from, to), io.pulumiscale.model.Declined.text(by, reason));
        }
    }

    /** Until when alerts are held, by direction. */
    public record Ends(@Nullable Instant out, @Nullable Instant in) {
        boolean any() {
            return out != null || in != null;
        }
    }

    /**
     * In which directions alerts and schedules leave it alone: {@code none}, {@code out}, {@code in} or {@code all}.
     *
     * @param now what counts
     * @param words people's, while the scaler runs
     */
    public record Paused(String now, String configured, List<Word> words) {
        boolean any() {
            return !now.equals("none");
        }

        /** {@code paused}, or {@code paused in}. */
        String told() {
            return now.equals("all") ? "paused" : "paused " + now;
        }
    }

    /** Somebody's word. */
    public record Word(String direction, String reason, String by, Instant since) {}

    /** An alert that has not ended. */
    public record Firing(
            String alert,
            String source,
            String change,
            String reason,
            Instant since,
            Instant expiresAt,
            boolean counts) {}

    String sizes() {
        return Sizes.told(currentSize, desiredSize);
    }

    boolean narrowed() {
        return bounds.min() != minSize || bounds.max() != maxSize;
    }
}
