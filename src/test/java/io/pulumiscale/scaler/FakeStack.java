package io.pulumiscale.scaler;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.Checkpoint;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.Refreshed;
import io.pulumiscale.update.StackState;
import io.pulumiscale.update.StackUnreachable;
import io.pulumiscale.update.StackUpdater;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A stack in memory: compares before it sets, as the real one does, and can be told to do otherwise. */
final class FakeStack implements StackUpdater {
    static final String ENGINE = "3.255.0";
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:alerts";

    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();
    private final Map<String, Integer> ahead = new ConcurrentHashMap<>();
    private final Map<String, Integer> interrupted = new ConcurrentHashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile int refusals;
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    private final Queue<Supplier<Outcome>> script = new ArrayDeque<>();
    private final List<Update> runs = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean away;
    private volatile Runnable duringRead = () -> {};
    private final AtomicInteger reads = new AtomicInteger();

    FakeStack with(String pool, int size) {
        sizes.put(pool, size);
        return this;
    }

    /** Deployed by a person from another configuration, until {@link #fresh}. */
    void stale(String pool) {
        stale.add(pool);
    }

    void fresh(String pool) {
        stale.remove(pool);
    }

    void away(boolean now) {
        away = now;
    }

    /** The next run has this outcome and changes nothing. */
    void next(Supplier<Outcome> outcome) {
        script.add(outcome);
    }

    void duringRead(Runnable action) {
        duringRead = action;
    }

    /** Every attempt. */
    List<Update> runs() {
        return runs;
    }

    int reads() {
        return reads.get();
    }

    Map<String, Integer> sizes() {
        return new TreeMap<>(sizes);
    }

    @Override
    public Outcome run(Update update) {
        runs.add(update);
        Supplier<Outcome> scripted = script.poll();
        return scripted == null ? apply(update) : scripted.get();
    }

    @Override
    public Optional<String> engineVersion() {
        return Optional.of(ENGINE);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    /** Waits for it: a run that goes on until it is stopped. */
    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome apply(Update update) {
        if (update.resizes().stream().anyMatch(resize -> stale.contains(resize.pool()))) {
            return new Outcome.Stale(state(), "deployed with another configuration");
        }
        for (Resize resize : update.resizes()) {
            if (!Integer.valueOf(resize.from()).equals(sizes.get(resize.pool()))) {
                return new Outcome.BaseMoved(state(), resize.pool() + " has moved");
            }
        }
        update.resizes().forEach(resize -> {
            sizes.put(resize.pool(), resize.to());
            ahead.remove(resize.pool());
        });
        return new Outcome.Applied(state(), Optional.empty());
    }

    @Override
    public StackState read() {
        reads.incrementAndGet();
        duringRead.run();
        if (away) {
            throw new StackUnreachable("the backend is away", new IOException());
        }
        return state();
    }

    @Override
    public Checkpoint checkpoint() {
        if (away) {
            throw new StackUnreachable("the backend is away", new IOException());
        }
        Map<String, Integer> resources = new TreeMap<>(sizes);
        resources.putAll(ahead);
        return new Checkpoint(resources, interrupted.keySet(), List.of());
    }

    @Override
    public Refreshed refresh(Set<String> pools) {
        refreshes.incrementAndGet();
        if (refreshes.get() <= refusals) {
            return new Refreshed.NotYet("waiting for the lock of ada");
        }
        for (String pool : pools) {
            Integer size = interrupted.remove(pool);
            if (size != null) {
                ahead.put(pool, size);
            }
        }
        return new Refreshed.Done();
    }

    /** The pool's resource has this size already, while the stack remembers another. */
    void ahead(String pool, int size) {
        ahead.put(pool, size);
    }

    /** An operation was begun that a refresh shows to have brought this size. */
    void interrupted(String pool, int size) {
        interrupted.put(pool, size);
    }

    /** The first refreshes are refused. */
    void refuseRefreshes(int times) {
        refusals = times;
    }

    int refreshes() {
        return refreshes.get();
    }

    StackState state() {
        return new StackState(sizes, stale, Optional.of(TOPIC));
    }
}
