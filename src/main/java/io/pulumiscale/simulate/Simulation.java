package io.pulumiscale.simulate;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Pool;
import io.pulumiscale.scaler.ObservedStack;
import io.pulumiscale.scaler.Scaler;
import io.pulumiscale.update.RetrySettings;
import io.pulumiscale.update.UpdateRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The scaler itself, on what was recorded. The same recording and assumptions give the same runs. */
public final class Simulation {
    private static final int REMEMBERED = 10_000;

    private final Assumptions assumed;
    private final List<Occurrence> occurrences;
    private final Instant begin;
    private final Instant end;
    private final VirtualClock clock;
    private final VirtualStack stack;
    private final Journal journal = new MemoryJournal(REMEMBERED);
    private final Mailbox mailbox = new Mailbox(journal);
    private final Scaler scaler;
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, Duration> tooMuch = new LinkedHashMap<>();
    private final Map<String, Integer> questions = new LinkedHashMap<>();
    private final Set<Long> asked = new HashSet<>();

    private Simulation(Assumptions assumed, List<Occurrence> occurrences) {
        this.assumed = assumed;
        this.occurrences = occurrences;
        this.begin = occurrences.get(0).at();
        this.end = occurrences.get(occurrences.size() - 1).at();
        this.clock = new VirtualClock(begin);
        for (Pool pool : assumed.catalog().byName().values()) {
            starts.put(pool.name(), assumed.sizes().getOrDefault(pool.name(), pool.initialSize()));
            watches.put(
                    pool.name(),
                    new Watch(
                            pool.name(),
                            assumed.thresholds().getOrDefault(pool.name(), List.of()),
                            assumed.load(),
                            begin));
        }
        this.stack = new VirtualStack(starts, clock, assumed.takes());
        this.scaler = new Scaler(
                journal,
                new UpdateRunner(stack, RetrySettings.standard()),
                assumed::catalog,
                new ObservedStack(),
                clock);
    }

    /**
     * @param occurrences at least one, in order of time
     * @param progress is told how far it is
     * @return of the pools that were recorded or resized, in the order of the configuration
     */
    public static List<PoolRun> run(Assumptions assumed, List<Occurrence> occurrences, Consumer<Instant> progress) {
        return new Simulation(assumed, List.copyOf(occurrences)).run(progress);
    }

    private List<PoolRun> run(Consumer<Instant> progress) {
        scaler.observe();
        int next = 0;
        while (!clock.instant().isAfter(end)) {
            Instant now = clock.instant();
            next = deliver(next, now);
            boolean unused = scaler.runOnce();
            answer();
            Instant then = later(now.plus(assumed.step()), clock.instant());
            account(Duration.between(now, then.isAfter(end) ? later(now, end) : then));
            clock.forward(Duration.between(clock.instant(), then));
            progress.accept(now);
        }
        return runs();
    }

    /** What was recorded up to now, and what alarms make of it. */
    private int deliver(int first, Instant now) {
        int next = first;
        while (next < occurrences.size() && !occurrences.get(next).at().isAfter(now)) {
            Occurrence occurrence = occurrences.get(next++);
            if (occurrence instanceof Occurrence.Measured measured) {
                Objects.requireNonNull(watches.get(measured.pool()), "recordings are of configured pools")
                        .measured(measured.at(), measured.value(), stack.size(measured.pool()));
            } else {
                mailbox.put(occurrence);
            }
        }
        watches.values().forEach(watch -> watch.news(now).forEach(mailbox::put));
        return next;
    }

    private void answer() {
        for (Approval approval : journal.approvals()) {
            if (asked.add(approval.id())) {
                questions.merge(approval.pool(), 1, Integer::sum);
                if (assumed.approves()) {
                    journal.approve(approval.id(), clock.instant());
                }
            }
        }
    }

    private void account(Duration passed) {
        watches.forEach((pool, watch) -> {
            if (watch.measures() ? watch.tooMuch(stack.size(pool)) : mailbox.wantsMore(pool)) {
                tooMuch.merge(pool, passed, Duration::plus);
            }
        });
    }

    private List<PoolRun> runs() {
        List<PoolRun> runs = new ArrayList<>();
        starts.forEach((pool, start) -> runs.add(new PoolRun(
                pool,
                start,
                stack.resized().stream()
                        .filter(it -> it.pool().equals(pool) && !it.at().isAfter(end))
                        .toList(),
                begin,
                end,
                tooMuch.getOrDefault(pool, Duration.ZERO),
                questions.getOrDefault(pool, 0))));
        Set<String> recorded = occurrences.stream().map(Occurrence::pool).collect(Collectors.toSet());
        runs.removeIf(run -> run.resizes().isEmpty() && !recorded.contains(run.pool()));
        return runs;
    }

    private static Instant later(Instant some, Instant other) {
        return other.isAfter(some) ? other : some;
    }
}
