package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.Veto;
import io.pulumiscale.scaler.Outlook;
import io.pulumiscale.scaler.PoolStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A pool as {@code /pools} shows it; a size that is not known is null, times are ISO 8601 in UTC.
 *
 * @param bounds in force now, by configuration and schedule
 * @param cooldown until when alerts are held, by direction
 * @param backoff the same after an update that failed
 * @param firing alerts that have not ended
 * @param waitingIntents that no decision answers yet
 * @param approval the id of the one that waits for a person's word
 * @param declined what alerts and schedules do not ask for again, null if there is nothing
 */
record PoolView(
        String name,
        String kind,
        int minSize,
        int maxSize,
        @Nullable Integer currentSize,
        @Nullable Integer desiredSize,
        boolean stale,
        boolean stalled,
        @Nullable DecisionView lastDecision,
        Bounds bounds,
        Ends cooldown,
        Ends backoff,
        PauseView paused,
        List<Firing> firing,
        int waitingIntents,
        @Nullable Long approval,
        @Nullable Declined declined) {

    static PoolView of(PoolStatus status) {
        Pool pool = status.pool();
        Restraints restraints = status.outlook().restraints();
        return new PoolView(
                pool.name(),
                pool.kind().key(),
                pool.minSize(),
                pool.maxSize(),
                orNull(status.currentSize()),
                orNull(status.desiredSize()),
                status.stale(),
                status.stalled(),
                status.lastDecision().map(DecisionView::of).orElse(null),
                new Bounds(restraints.min(), restraints.max()),
                Ends.of(restraints.cooldownOut(), restraints.cooldownIn()),
                Ends.of(restraints.backoffOut(), restraints.backoffIn()),
                PauseView.of(status),
                status.outlook().firing().stream().map(Firing::of).toList(),
                status.outlook().waiting(),
                status.outlook().approval().map(Approval::id).orElse(null),
                restraints.veto().map(Declined::of).orElse(null));
    }

    private static @Nullable Integer orNull(OptionalInt size) {
        return size.isPresent() ? size.getAsInt() : null;
    }

    record Bounds(int min, int max) {}

    /** @param until when it is asked for again at the latest */
    record Declined(long approval, int from, int to, String by, String reason, String at, String until) {
        static Declined of(Veto it) {
            return new Declined(
                    it.approval().id(),
                    it.approval().from(),
                    it.approval().to(),
                    it.word().by(),
                    it.word().reason(),
                    it.word().at().toString(),
                    it.until().toString());
        }
    }

    /** Null where it is over. */
    record Ends(@Nullable String out, @Nullable String in) {
        static Ends of(Optional<Instant> out, Optional<Instant> in) {
            return new Ends(
                    out.map(Instant::toString).orElse(null),
                    in.map(Instant::toString).orElse(null));
        }
    }

    /**
     * @param since by the sender's clock
     * @param expiresAt when its time to live is over
     * @param counts whether it is not over yet
     */
    record Firing(
            String alert,
            String source,
            String change,
            String reason,
            String since,
            String heardAt,
            String expiresAt,
            boolean counts) {
        static Firing of(Outlook.Firing it) {
            return new Firing(
                    it.alert().key(),
                    it.alert().source().name().toLowerCase(Locale.ROOT),
                    it.alert().change().text(),
                    it.alert().reason(),
                    it.alert().since().toString(),
                    it.alert().heardAt().toString(),
                    it.expiresAt().toString(),
                    it.counts());
        }
    }
}
