package io.pulumiscale.webhook.sns;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The inbox with the real verifier, on a web of its own. */
final class Bench {
    final FakeWeb web;
    final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private final SnsInbox inbox;

    Bench() {
        this(FakeWeb.ofAmazon(), SnsTrust.standard(), Letter.TOPIC);
    }

    Bench(FakeWeb web, SnsTrust trust, String topic) {
        this.web = web;
        CertificateChain chain = new CertificateChain(Pki.anchors(), web, clock);
        SigningCertificates certificates = new SigningCertificates(web, chain, clock);
        this.inbox = new SnsInbox(() -> Optional.of(topic), new SignedByAws(certificates, trust), clock);
    }

    SnsMessage open(Letter letter) {
        return open(letter.json());
    }

    SnsMessage open(String body) {
        return inbox.open(body.getBytes(StandardCharsets.UTF_8), header -> Optional.empty());
    }
}
