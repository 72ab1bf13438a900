package io.pulumiscale.client;

import io.pulumiscale.model.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong, whose lock is waited for, which pools are held: all that a person wants to know first. */
final class Concerns {
    private static final String SCALER = "scaler";

    private final Scaler scaler;
    private final List<Approval> approvals;
    private final Moments moments;

    Concerns(Scaler scaler, List<Approval> approvals, Moments moments) {
        this.scaler = scaler;
        this.approvals = approvals;
        this.moments = moments;
    }

    /** The worst first. */
    List<Concern> all() {
        return Stream.of(ofScaler(), ofUpdates(), scaler.pools().stream().flatMap(this::of), strangers())
                .flatMap(it -> it)
                .sorted(Comparator.comparingInt(Concern::rank))
                .toList();
    }

    private Stream<Concern> ofScaler() {
        List<Concern> found = new ArrayList<>();
        if (!scaler.ready()) {
            found.add(Concern.bad(
                    SCALER, "takes nothing in: " + scaler.readiness(), "see its log, and pulumiscale doctor"));
        }
        if (scaler.problem() != null) {
            found.add(Concern.bad(
                    SCALER, "nothing is scaled: " + scaler.problem(), "pulumiscale doctor looks for the cause"));
        }
        scaler.warnings().forEach(warning -> found.add(Concern.warning(SCALER, warning)));
        return found.stream();
    }

    private Stream<Concern> ofUpdates() {
        List<Concern> found = new ArrayList<>();
        if (scaler.underWay() != null) {
            found.add(underWay(scaler.underWay()));
        }
        scaler.updates().stream()
                .filter(update -> update.endedAt() != null)
                .findFirst()
                .filter(update -> update.is("FAILED"))
                .ifPresent(update -> found.add(failed(update)));
        return found.stream();
    }

    private Concern underWay(Update update) {
        String name = "update " + update.id();
        String since = moments.told(update.plannedAt());
        return update.problem() == null
                ? Concern.note(name, "under way since %s: %s".formatted(since, update.message()))
                : Concern.warning(
                        name,
                        "%s. Planned %s: %s".formatted(update.problem(), since, update.message()),
                        "it tries again by itself; pulumi cancel, but only if whoever holds the lock is no more");
    }

    private Concern failed(Update update) {
        String when = update.endedAt() == null ? "" : moments.ago(update.endedAt()) + ": ";
        String why = update.problem() == null ? "" : ": " + update.problem();
        return Concern.bad(
                "update " + update.id(),
                "failed %s%s%s".formatted(when, update.message(), why),
                "mend what it says, then pulumiscale scale POOL; an alert that goes on tries again by itself");
    }

    private Stream<Concern> of(Pool pool) {
        List<Concern> found = new ArrayList<>();
        if (pool.stalled()) {
            found.add(stalled(pool));
        }
        if (pool.stale()) {
            found.add(stale(pool));
        }
        approvals.stream().filter(it -> it.pool().equals(pool.name())).forEach(approval -> found.add(wanted(approval)));
        if (pool.paused().any()) {
            found.add(paused(pool));
        }
        if (pool.backoff().any() && !pool.stalled()) {
            found.add(Concern.warning(
                    pool.name(),
                    "alerts are held %s, as its last update did not succeed"
                            .formatted(Restraints.until(pool.backoff(), moments))));
        }
        return found.stream();
    }

    private Concern stalled(Pool pool) {
        String why = scaler.updates().stream()
                .filter(update -> update.is("STALLED") && update.about(pool.name()))
                .findFirst()
                .map(update -> ": " + (update.problem() == null ? update.message() : update.problem()))
                .orElse("");
        return Concern.bad(
                pool.name(),
                "stalled%s".formatted(why),
                "free the stack, then pulumiscale scale %s =SIZE".formatted(pool.name()));
    }

    private static Concern stale(Pool pool) {
        return Concern.warning(
                pool.name(),
                "stale: the stack was deployed with another configuration of it than the scaler has; what is asked waits",
                "pulumi up, or give the scaler the configuration that was deployed");
    }

    private Concern wanted(Approval approval) {
        return Concern.warning(
                approval.pool(),
                "%s waits for a person's word since %s, for %s more: %s"
                        .formatted(
                                approval.sizes(),
                                moments.at(approval.askedAt()),
                                moments.left(approval.expiresAt()),
                                approval.reason()),
                "pulumiscale approve %1$d, or pulumiscale decline %1$d".formatted(approval.id()));
    }

    private Concern paused(Pool pool) {
        String text = Restraints.paused(pool, moments);
        return pool.paused().words().isEmpty()
                ? Concern.warning(pool.name(), text)
                : Concern.warning(pool.name(), text, "pulumiscale resume " + pool.name());
    }

    private Stream<Concern> strangers() {
        Stream<Concern> pools = scaler.unknownPools().stream().map(this::stranger);
        return scaler.wrongTokens() == 0
                ? pools
                : Stream.concat(
                        pools,
                        Stream.of(Concern.note(
                                SCALER, "wrong tokens were shown since its start: " + scaler.wrongTokens())));
    }

    private Concern stranger(Scaler.UnknownPool it) {
        String which = it.pool() == null
                ? "without a label that names a pool"
                : "for a pool %s, which there is not%s".formatted(it.pool(), meant(it.pool()));
        return Concern.warning("alerts", "%s: %d, the last %s".formatted(which, it.alerts(), moments.ago(it.lastAt())));
    }

    private String meant(String pool) {
        return Spelling.closest(pool, scaler.names())
                .map(it -> " (is %s meant?)".formatted(it))
                .orElse("");
    }
}
