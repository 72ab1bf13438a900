package io.pulumiscale.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs every check, also after one has failed, and lets none of them hang. */
public final class Doctor {
    private final Patience patience;
    private final Consumer<String> busy;

    /** @param busy told the name of a check that takes longer */
    public Doctor(Patience patience, Consumer<String> busy) {
        this.patience = patience;
        this.busy = busy;
    }

    /**
     * @param quiet after which a check is said to be going on
     * @param limit after which a check has failed
     */
    public record Patience(Duration quiet, Duration limit) {
        public static Patience standard() {
            return new Patience(Duration.ofSeconds(2), Duration.ofMinutes(2));
        }
    }

    /** @param each told every result as it comes */
    public Report examine(List<Check> checks, Consumer<Result> each) {
        List<Result> results = new ArrayList<>();
        Set<String> unusable = new HashSet<>();
        for (Check check : checks) {
            Finding finding = missing(check, unusable).orElseGet(() -> examined(check));
            if (finding instanceof Finding.Failed || finding instanceof Finding.NotChecked) {
                unusable.add(check.name());
            }
            Result result = new Result(check.name(), finding);
            results.add(result);
            each.accept(result);
        }
        return new Report(results);
    }

    private static Optional<Finding> missing(Check check, Set<String> unusable) {
        return check.needs().stream()
                .filter(unusable::contains)
                .findFirst()
                .map(needed -> new Finding.NotChecked("it needs what '%s' looks at".formatted(needed)));
    }

    private Finding examined(Check check) {
        CompletableFuture<Finding> found = begun(check);
        try {
            return within(patience.quiet(), found)
                    .or(() -> {
                        busy.accept(check.name());
                        return within(patience.limit().minus(patience.quiet()), found);
                    })
                    .orElseGet(this::hanging);
        } catch (CancellationException e) {
            return new Finding.Failed("interrupted", "run it again");
        }
    }

    /** A thread each: one that hangs does not keep the next check waiting. */
    private static CompletableFuture<Finding> begun(Check check) {
        CompletableFuture<Finding> found = new CompletableFuture<>();
        Thread thread = new Thread(() -> found.complete(examinedHere(check)), "check " + check.name());
        thread.setDaemon(true);
        thread.start();
        return found;
    }

    private static Finding examinedHere(Check check) {
        try {
            return check.examination().get();
        } catch (RuntimeException e) {
            return new Finding.Failed(
                    "it could not be looked at: " + e, "tell us; this is a fault of the doctor's own");
        }
    }

    private static Optional<Finding> within(Duration limit, CompletableFuture<Finding> found) {
        try {
            return Optional.of(found.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what a check throws is caught in its thread", e);
        }
    }

    private Finding hanging() {
        return new Finding.Failed(
                "no answer within %d s".formatted(patience.limit().toSeconds()),
                "see whether the disk and the network that it is on answer");
    }
}
