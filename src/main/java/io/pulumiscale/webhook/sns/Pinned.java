package io.pulumiscale.webhook.sns;

import java.security.cert.X509Certificate;

/** A certificate that is believed because somebody said so at the start; it is fetched from nowhere. */
record Pinned(String name, String pem) {

    static Pinned of(X509Certificate certificate) {
        return new Pinned(SnsTrust.certificateName(certificate), Pem.write(certificate));
    }
}
