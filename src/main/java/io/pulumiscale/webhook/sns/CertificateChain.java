package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a certificate leads to somebody who is trusted. SNS serves its own alone, without its issuer's: that one is
 * taken from the connection's certificates, or fetched from where the certificate says that it is.
 */
final class CertificateChain {
    private static final int MOST_FETCHED = 3;

    private final Set<TrustAnchor> anchors;
    private final Outbound http;
    private final Clock clock;

    CertificateChain(Set<TrustAnchor> anchors, Outbound http, Clock clock) {
        this.anchors = Set.copyOf(anchors);
        this.http = http;
        this.clock = clock;
    }

    /**
     * Returns if it does.
     *
     * @param others that may be of use
     * @throws GeneralSecurityException it does not
     * @throws IOException an issuer's certificate could not be fetched
     */
    void check(X509Certificate certificate, Collection<X509Certificate> others)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> known = new ArrayList<>(others);
        known.add(certificate);
        Optional<URI> issuer = IssuerUrl.in(certificate);
        for (int fetched = 0; ; fetched++) {
            try {
                build(certificate, known);
                return;
            } catch (GeneralSecurityException e) {
                if (issuer.isEmpty() || fetched == MOST_FETCHED) {
                    throw e;
                }
            }
            List<X509Certificate> found = Pem.read(http.get(issuer.get()).expected());
            known.addAll(found);
            issuer = IssuerUrl.in(found.get(0));
        }
    }

    private void build(X509Certificate certificate, List<X509Certificate> known) throws GeneralSecurityException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setDate(Date.from(clock.instant()));
        parameters.setRevocationEnabled(false); // as for TLS: a responder that is away would stop all alarms
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
