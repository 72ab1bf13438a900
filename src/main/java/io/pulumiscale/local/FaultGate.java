package io.pulumiscale.local;

import java.time.Duration;
import java.util.function.Supplier;

/** What an operation goes through on its way: latency, ordered faults, and the record of what failed. */
final class FaultGate {
    /** The first pause of the AWS SDK's retries is of this order. */
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final Faults faults;
    private final OperationLog log;
    private final Duration latency;

    FaultGate(Faults faults, OperationLog log, Duration latency) {
        this.faults = faults;
        this.log = log;
        this.latency = latency;
    }

    CloudResource pass(Session session, Subject subject, Supplier<CloudResource> operation) {
        try {
            return attempt(session, subject, operation);
        } catch (CloudRefusal e) {
            log.failed(subject, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private CloudResource attempt(Session session, Subject subject, Supplier<CloudResource> operation) {
        session.pause(latency.plus(faults.delay(subject)));
        if (faults.throttles(subject)) {
            log.throttled(subject);
            session.pause(RETRY_PAUSE);
        }
        faults.failure(subject).ifPresent(message -> {
            throw new CloudRefusal(message);
        });
        var result = operation.get();
        faults.failureAfter(subject).ifPresent(message -> {
            throw new PartialFailure(message, result);
        });
        return result;
    }
}
