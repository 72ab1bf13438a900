package io.pulumiscale.journal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is over, at the start and then every now and then. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final GroupCommit writer;
    private final Retention retention;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Housekeeping::thread);

    private Housekeeping(GroupCommit writer, Retention retention, Clock clock) {
        this.writer = writer;
        this.retention = retention;
        this.clock = clock;
    }

    static Housekeeping start(GroupCommit writer, Retention retention, Clock clock) {
        Housekeeping housekeeping = new Housekeeping(writer, retention, clock);
        housekeeping.tidy();
        long period = retention.every().toMillis();
        var unused =
                housekeeping.timer.scheduleWithFixedDelay(housekeeping::tidy, period, period, TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    /** What cannot be deleted now can be at the next time. */
    private void tidy() {
        try {
            int rows = writer.write(handle -> Forgetting.forget(handle, retention, clock.instant()));
            LOG.debug("{} rows of the journal were over", rows);
        } catch (JournalException e) {
            LOG.warn("what is over stays in the journal for now: {}", e.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "journal-housekeeping");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
