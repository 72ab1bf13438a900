package io.pulumiscale.chaos;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.it.Person.Said;
import io.pulumiscale.local.Match;
import io.pulumiscale.local.OperationKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/** Deals the blows. */
final class Striker {
    private static final Duration FOR_AN_ENGINE = Duration.ofSeconds(2);
    private static final Duration FOR_THE_LOCK = Duration.ofMinutes(2);
    private static final Match UPDATES = Match.any().on(OperationKind.UPDATE);

    private final Patient patient;
    private final AtomicInteger foundLocked = new AtomicInteger();

    Striker(Patient patient) {
        this.patient = patient;
    }

    /** How often a person's `pulumi up` met another's lock. */
    int foundLocked() {
        return foundLocked.get();
    }

    /** @return whether there was something to strike */
    boolean strike(Blow blow) {
        var faults = patient.world().cloud().faults();
        switch (blow) {
            case KILL_SCALER -> patient.killScaler();
            case KILL_ENGINE -> {
                return kill(awaitEngines());
            }
            case KILL_BOTH -> {
                List<ProcessHandle> engines = awaitEngines();
                patient.killScaler();
                return kill(engines);
            }
            case TERMINATE_SCALER -> patient.terminateScaler();
            case PROVIDER_REFUSES -> faults.failNext(UPDATES, "AccessDenied: chaos");
            case PROVIDER_HALF_DONE -> faults.failNextAfterApplying(UPDATES, "Timeout: chaos");
            case PROVIDER_THROTTLES -> faults.throttleOnce(UPDATES);
            case PERSON -> personsUp();
            case NOTHING -> {
                return false;
            }
        }
        return true;
    }

    /** Like somebody who is told that the stack is locked, and tries again. */
    private void personsUp() {
        await("a person's `pulumi up`")
                .atMost(FOR_THE_LOCK)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> patient.world().person().up(), this::done);
    }

    private boolean done(Said said) {
        boolean locked = said.code() != 0 && said.output().contains("locked");
        if (locked) {
            foundLocked.incrementAndGet();
            return false;
        }
        said.succeeded();
        return true;
    }

    /** An engine is there for most of the time, and not at every moment. */
    private List<ProcessHandle> awaitEngines() {
        try {
            return await().atMost(FOR_AN_ENGINE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(patient::engines, engines -> !engines.isEmpty());
        } catch (ConditionTimeoutException e) {
            return List.of();
        }
    }

    private static boolean kill(List<ProcessHandle> engines) {
        return engines.stream().map(ProcessHandle::destroyForcibly).reduce(false, Boolean::logicalOr);
    }
}
