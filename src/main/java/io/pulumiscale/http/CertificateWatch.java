package io.pulumiscale.http;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the certificate in its files. Their content is compared rather than their date: a mounted Secret is a link that
 * is swapped. What cannot be used is told once, and the one before stays.
 */
final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final TlsFiles files;
    private final Clock clock;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "certificate");
        thread.setDaemon(true);
        return thread;
    });
    private final TlsIdentity first;
    private TlsFiles.Content seen; // of the poller, once it is started
    private String told = ""; // likewise

    /**
     * Reads them for the first time. A certificate that is past its time is used all the same: nothing better is there.
     *
     * @throws UnusableTls they cannot be used
     */
    CertificateWatch(TlsFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.seen = files.read();
        this.first = TlsIdentity.of(seen);
        if (!first.validAt(clock.instant())) {
            LOG.warn("{} is not valid now: callers will refuse it", first);
        }
    }

    SSLContext first() {
        return first.context();
    }

    /** @param shown is given each further one */
    void start(Duration every, Consumer<SSLContext> shown) {
        var unused = poller.scheduleWithFixedDelay(
                () -> look(shown), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One look at the files. Not for several threads at once. */
    void look(Consumer<SSLContext> shown) {
        try {
            TlsFiles.Content now = files.read();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            TlsIdentity next = TlsIdentity.of(now);
            if (!next.validAt(clock.instant())) {
                throw new UnusableTls(next + " is not valid now");
            }
            shown.accept(next.context());
            told = "";
            LOG.info("shown from now on: {}", next);
        } catch (UnusableTls e) {
            tell(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the certificate is looked at again", e);
        }
    }

    /** Once, not at every look. */
    private void tell(String problem) {
        if (!problem.equals(told)) {
            LOG.warn("the changed certificate is not used: {}", problem);
            told = problem;
        }
    }

    @Override
    public void close() {
        poller.shutdownNow();
    }
}
