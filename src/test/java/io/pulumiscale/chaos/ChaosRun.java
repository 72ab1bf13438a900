package io.pulumiscale.chaos;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.it.Person.Said;
import io.pulumiscale.local.Match;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.core.ConditionTimeoutException;

/** Plays the rounds of a plan, one after the other, up to the first one that leaves a discrepancy. */
final class ChaosRun implements AutoCloseable {
    /** All tries of an update that meets a lock take three minutes. */
    private static final Duration TO_CALM_DOWN = Duration.ofMinutes(6);

    /** The engine of a scaler that was killed may be at it for a while. */
    private static final Duration TO_LET_GO = Duration.ofMinutes(1);

    /** What could not be finished at once is tried again after half a minute. */
    private static final Duration TO_FINISH = Duration.ofMinutes(1);

    private final PrintWriter out;
    private final Instant began = Instant.now();
    private final Patient patient;
    private final Courier courier;
    private final Striker striker;
    private final Map<Blow, Integer> hits = new EnumMap<>(Blow.class);

    private ChaosRun(Patient patient, PrintWriter out) {
        this.patient = patient;
        this.out = out;
        this.courier = new Courier(patient::sender);
        this.striker = new Striker(patient);
    }

    /** @param root an empty folder for everything */
    static ChaosRun in(Path root, PrintWriter out) {
        return new ChaosRun(Patient.bornIn(root), out);
    }

    Tally play(long seed, List<Round> plan) {
        List<String> found = new ArrayList<>();
        int played = 0;
        for (Round round : plan) {
            found.addAll(play(round));
            played++;
            if (!found.isEmpty()) {
                break;
            }
        }
        if (found.isEmpty()) {
            found.addAll(aPersonChangesNothing());
        }
        return tally(seed, played, found);
    }

    private List<String> play(Round round) {
        Instant start = Instant.now();
        List<String> found = new ArrayList<>();
        boolean hit = false;
        try {
            hit = storm(round, start);
            found.addAll(unexpectedDeath(round));
            awaitCalm();
        } catch (ConditionTimeoutException | CompletionException | AssertionError | IllegalStateException e) {
            found.add("round %d: %s".formatted(round.number(), e));
        }
        patient.world().cloud().faults().clear();
        List<String> locks = locksThatStay();
        found.addAll(discrepanciesThatStay(locks));
        tell(round, hit, sizes(), Duration.between(start, Instant.now()), found);
        return found;
    }

    /** @return whether the blow has hit anything */
    private boolean storm(Round round, Instant start) {
        patient.world().cloud().faults().slow(Match.any(), round.slowness());
        CompletableFuture<Void> deliveries = courier.deliver(round.deliveries(), start);
        Moments.await(start.plus(round.at()));
        boolean hit = striker.strike(round.blow());
        if (hit) {
            hits.merge(round.blow(), 1, Integer::sum);
        }
        if (round.blow().endsTheScaler()) {
            patient.startScaler();
        }
        deliveries.join();
        return hit;
    }

    private List<String> unexpectedDeath(Round round) {
        return patient.alive()
                ? List.of()
                : List.of("round %d: the scaler has ended by itself".formatted(round.number()));
    }

    private void awaitCalm() {
        try {
            await().atMost(TO_CALM_DOWN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> patient.ledger().calm());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "not calm after %s: %s"
                            .formatted(TO_CALM_DOWN, patient.ledger().unrest()),
                    e);
        }
    }

    /** Between an update that fails half-way and the one that finishes it, nothing is under way, and sizes differ. */
    private List<String> discrepanciesThatStay(List<String> locks) {
        try {
            await().atMost(TO_FINISH)
                    .pollInterval(Duration.ofSeconds(1))
                    .pollDelay(Duration.ZERO)
                    .until(() -> patient.ledger().calm() && discrepancies(locks).isEmpty());
            return List.of();
        } catch (ConditionTimeoutException e) {
            return discrepancies(locks);
        }
    }

    private List<String> discrepancies(List<String> locks) {
        return Audit.of(courier.acknowledged(), patient.ledger(), sizes(), locks);
    }

    /** Which locks nobody lets go. */
    private List<String> locksThatStay() {
        try {
            await().atMost(TO_LET_GO).until(() -> patient.locks().isEmpty());
            return List.of();
        } catch (ConditionTimeoutException e) {
            return patient.locks();
        }
    }

    private List<String> aPersonChangesNothing() {
        Sizes before = sizes();
        List<String> found = new ArrayList<>();
        Said preview = patient.world().person().pulumi("preview", "--expect-no-changes");
        if (preview.code() != 0) {
            found.add("a person's preview is not without changes: " + preview.output());
        }
        Said up = patient.world().person().up();
        if (up.code() != 0 || !sizes().equals(before)) {
            found.add("a person's `pulumi up` made %s of %s: %s".formatted(sizes(), before, up.output()));
        }
        return found;
    }

    private Sizes sizes() {
        return Sizes.of(patient.world(), ChaosPools.ALL);
    }

    private void tell(Round round, boolean hit, Sizes sizes, Duration took, List<String> found) {
        String blow = round.blow() == Blow.NOTHING || hit
                ? round.blow().text()
                : round.blow().text() + " (there was none)";
        out.printf(
                Locale.ROOT,
                "  %3d  %5.1f s  %d sent, %s after %.1f s → %s%s%n",
                round.number(),
                took.toMillis() / 1000.0,
                round.deliveries().size(),
                blow,
                round.at().toMillis() / 1000.0,
                sizes.cloud(),
                found.isEmpty() ? "" : "  DISCREPANCIES");
        out.flush();
    }

    private Tally tally(long seed, int played, List<String> found) {
        return new Tally(
                seed,
                played,
                Tally.accepted(courier.acknowledged()),
                Tally.duplicates(courier.acknowledged()),
                Tally.updates(patient.ledger()),
                hits,
                striker.foundLocked(),
                Duration.between(began, Instant.now()),
                found);
    }

    @Override
    public void close() throws IOException {
        patient.close();
    }
}
