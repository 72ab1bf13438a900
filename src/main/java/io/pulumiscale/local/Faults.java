package io.pulumiscale.local;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults to order, for tests and the demo. They are about create, update and delete; previews and reads have none. */
public final class Faults {
    private final List<Fault> ordered = new CopyOnWriteArrayList<>();
    private final AtomicInteger slowed = new AtomicInteger();

    Faults() {}

    /** Makes every matching operation take longer, until {@link #clear}. Several of them add up. */
    public void slow(Match match, Duration delay) {
        ordered.add(new Fault.Slow(match, delay));
    }

    /** How many operations have been made to take longer, from the moment on when they reach the provider. */
    public int slowed() {
        return slowed.get();
    }

    /** Makes the next matching operation fail before it has changed anything. */
    public void failNext(Match match, String message) {
        ordered.add(new Fault.Fail(match, message));
    }

    /**
     * Makes the next matching create or update fail after it is applied, as the Kubernetes provider does when it waits
     * in vain for pods to be ready: the resource is changed, the update of the stack fails, the next one finds no size
     * to change but tries to make the resource ready again.
     */
    public void failNextAfterApplying(Match match, String message) {
        ordered.add(new Fault.FailAfter(match, message));
    }

    /** Makes the next matching operation be throttled once; the provider retries it by itself, as the AWS SDK does. */
    public void throttleOnce(Match match) {
        ordered.add(new Fault.Throttle(match));
    }

    /** Takes back everything that is ordered and has not happened. */
    public void clear() {
        ordered.clear();
    }

    Duration delay(Subject subject) {
        List<Duration> delays = ordered.stream()
                .filter(Fault.Slow.class::isInstance)
                .filter(fault -> fault.match().matches(subject))
                .map(fault -> ((Fault.Slow) fault).delay())
                .toList();
        if (!delays.isEmpty()) {
            slowed.incrementAndGet();
        }
        return delays.stream().reduce(Duration.ZERO, Duration::plus);
    }

    Optional<String> failure(Subject subject) {
        return take(Fault.Fail.class, subject).map(Fault.Fail::message);
    }

    Optional<String> failureAfter(Subject subject) {
        return take(Fault.FailAfter.class, subject).map(Fault.FailAfter::message);
    }

    boolean throttles(Subject subject) {
        return take(Fault.Throttle.class, subject).isPresent();
    }

    private synchronized <T extends Fault> Optional<T> take(Class<T> kind, Subject subject) {
        Iterator<Fault> faults = ordered.iterator();
        while (faults.hasNext()) {
            var fault = faults.next();
            if (kind.isInstance(fault) && fault.match().matches(subject) && ordered.remove(fault)) {
                return Optional.of(kind.cast(fault));
            }
        }
        return Optional.empty();
    }
}
