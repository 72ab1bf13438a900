package io.pulumiscale.update;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the stack's page on a thread of its own, some time after the start: nothing waits for it, and nothing fails
 * without it.
 */
public final class PageSearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageSearch.class);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 5;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, PageSearch::thread);
    private final Supplier<Optional<URI>> look;
    private final Consumer<URI> found;
    private int tries; // the thread's own

    private PageSearch(Supplier<Optional<URI>> look, Consumer<URI> found) {
        this.look = look;
        this.found = found;
    }

    /** @param look is asked until it answers, a few times at most; may throw */
    public static PageSearch start(Supplier<Optional<URI>> look, Consumer<URI> found) {
        return start(look, found, REST);
    }

    static PageSearch start(Supplier<Optional<URI>> look, Consumer<URI> found, Duration rest) {
        PageSearch search = new PageSearch(look, found);
        var unused = search.thread.scheduleWithFixedDelay(
                search::tryIt, rest.toMillis(), rest.toMillis(), TimeUnit.MILLISECONDS);
        return search;
    }

    private void tryIt() {
        try {
            look.get().ifPresent(found);
            close();
        } catch (RuntimeException e) {
            LOG.debug("the stack's page is not known", e);
            if (++tries == MOST_TRIES) {
                close();
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stack-page");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins no other try. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
