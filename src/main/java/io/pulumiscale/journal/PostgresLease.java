package io.pulumiscale.journal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row that one scaler renews and any may take when it has expired, by the server's clock. The holder stops believing
 * in it before that, by a clock that only counts. Should it be mistaken, {@link #fence} is not.
 */
final class PostgresLease implements FencedLease {
    static final Duration LENGTH = Duration.ofSeconds(6);
    static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLease.class);
    private static final String TAKEN = "another scaler has taken over";
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final LongSupplier ticker;
    private final String me = ManagementFactory.getRuntimeMXBean().getName() + ":" + UUID.randomUUID();
    private final AtomicReference<@Nullable Term> term = new AtomicReference<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PostgresLease::thread);

    /** @param sureUntil by the ticker */
    private record Term(long epoch, long sureUntil) {}

    /** Not renewed by itself. The ticker counts nanoseconds. */
    PostgresLease(Database database, LongSupplier ticker) {
        this.database = database;
        this.ticker = ticker;
    }

    /** Renewed from when it is taken on. */
    static PostgresLease start(Database database) {
        PostgresLease lease = new PostgresLease(database, System::nanoTime);
        long period = RENEWED_EVERY.toMillis();
        var unused = lease.timer.scheduleAtFixedRate(lease::renew, period, period, TimeUnit.MILLISECONDS);
        return lease;
    }

    @Override
    public Tenure tenure() {
        return known().filter(it -> it.sureUntil() - ticker.getAsLong() > 0)
                .or(this::take)
                .<Tenure>map(it -> new Tenure.Held(it.epoch()))
                .orElseGet(() -> new Tenure.Elsewhere(database.read(LeaseRow::holder)));
    }

    private Optional<Term> known() {
        return Optional.ofNullable(term.get());
    }

    private Optional<Term> take() {
        long asked = ticker.getAsLong();
        Optional<Term> taken =
                database.write(handle -> LeaseRow.take(handle, me, LENGTH)).map(epoch -> term(epoch, asked));
        term.set(taken.orElse(null));
        return taken;
    }

    /** Never takes: a new epoch is for the thread that decides to begin. */
    void renew() {
        try {
            Optional<Term> before = known();
            long asked = ticker.getAsLong();
            Optional<Term> after = before.map(Term::epoch)
                    .filter(epoch -> database.write(handle -> LeaseRow.renew(handle, me, epoch, LENGTH)))
                    .map(epoch -> term(epoch, asked));
            term.compareAndSet(before.orElse(null), after.orElse(null));
        } catch (JournalException e) {
            LOG.warn("the lease cannot be renewed for now: {}", e.getMessage());
        }
    }

    /** Counted from before the server was asked: it counts from later. */
    private static Term term(long epoch, long asked) {
        return new Term(epoch, asked + LENGTH.minus(MARGIN).toNanos());
    }

    /** Two who write the same alerts in another order would wait for each other. */
    @Override
    public void takeTurn(Handle handle) {
        LeaseRow.takeTurn(handle);
    }

    @Override
    public void fence(Handle handle) {
        if (!holdsFast(handle)) {
            throw new JournalException(TAKEN);
        }
    }

    @Override
    public Optional<String> lost() {
        try {
            return database.read(this::holdsFast) ? Optional.empty() : Optional.of(TAKEN);
        } catch (JournalException e) {
            return Optional.of("nobody knows whether another scaler has taken over: " + e.getMessage());
        }
    }

    private boolean holdsFast(Handle handle) {
        return known().filter(it -> LeaseRow.holdFast(handle, me, it.epoch())).isPresent();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "journal-lease");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            Optional.ofNullable(term.getAndSet(null))
                    .ifPresent(it -> database.write(handle -> LeaseRow.release(handle, me, it.epoch())));
        } catch (JournalException e) {
            LOG.warn("the lease is left to expire: {}", e.getMessage());
        }
    }
}
