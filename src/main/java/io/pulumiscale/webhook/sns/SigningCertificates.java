package io.pulumiscale.webhook.sns;

import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.UntrustedMessage;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * The certificates that SNS signs with, in PEM: fetched, led back to somebody who is trusted, and kept for an hour. What
 * could not be had is not asked for again for some seconds, and few are fetched at once: a flood of forgeries does not
 * become a flood of requests to SNS, nor does it hold every worker. Safe for use by several threads.
 */
final class SigningCertificates {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration NOT_AGAIN_FOR = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 16;
    private static final int AT_ONCE = 2;

    private final Outbound http;
    private final CertificateChain chain;
    private final Clock clock;
    private final Semaphore fetches = new Semaphore(AT_ONCE);
    private final Map<String, Entry> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    SigningCertificates(Outbound http, CertificateChain chain, Clock clock) {
        this.http = http;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * @param url of which it is known that it is SNS's
     * @throws UntrustedMessage what is there is no certificate of anybody who is trusted
     * @throws CannotTellNow it cannot be fetched now
     */
    String at(String url) {
        return known(url).orElseGet(() -> fetched(url)).pem();
    }

    private Entry fetched(String url) {
        if (!fetches.tryAcquire()) {
            throw new CannotTellNow("other certificates are being fetched");
        }
        try {
            Entry entry = fetch(url);
            keep(url, entry);
            return entry;
        } finally {
            fetches.release();
        }
    }

    private Entry fetch(String url) {
        try {
            Outbound.Fetched fetched = http.get(URI.create(url));
            List<X509Certificate> found = Pem.read(fetched.expected());
            chain.check(found.get(0), both(found, fetched.peers()));
            return new Entry.Good(Pem.write(found.get(0)), clock.instant().plus(KEPT));
        } catch (IOException e) {
            String why = "SNS's certificate cannot be fetched: " + e.getMessage();
            return new Entry.Away(why, clock.instant().plus(NOT_AGAIN_FOR));
        } catch (GeneralSecurityException e) {
            String why = "SNS's certificate leads to nobody who is trusted: " + e.getMessage();
            return new Entry.Bad(why, clock.instant().plus(NOT_AGAIN_FOR));
        }
    }

    private static List<X509Certificate> both(List<X509Certificate> some, List<X509Certificate> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    private Optional<Entry> known(String url) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(url))
                    .filter(entry -> clock.instant().isBefore(entry.until()));
        }
    }

    private void keep(String url, Entry entry) {
        synchronized (kept) {
            kept.put(url, entry);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** What became of a URL, and until when that is good. */
    private sealed interface Entry {
        Instant until();

        String pem();

        record Good(String pem, Instant until) implements Entry {}

        record Bad(String why, Instant until) implements Entry {
            @Override
            public String pem() {
                throw new UntrustedMessage(why);
            }
        }

        record Away(String why, Instant until) implements Entry {
            @Override
            public String pem() {
                throw new CannotTellNow(why);
            }
        }
    }
}
