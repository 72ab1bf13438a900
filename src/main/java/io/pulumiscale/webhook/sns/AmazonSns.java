package io.pulumiscale.webhook.sns;

import io.pulumiscale.webhook.SnsConfirmer;
import io.pulumiscale.webhook.SnsEnvelope;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.SnsVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;

/** Amazon's SNS on the public Internet, trusted as far as this JVM trusts the issuers of its certificates. */
public final class AmazonSns implements SnsVerifier, SnsConfirmer, AutoCloseable {
    private final GuardedClient client;
    private final SnsVerifier verifier;
    private final SnsConfirmer confirmer;

    private AmazonSns(GuardedClient client, SnsVerifier verifier, SnsConfirmer confirmer) {
        this.client = client;
        this.verifier = verifier;
        this.confirmer = confirmer;
    }

    /** Nothing is fetched before it is needed. */
    public static AmazonSns trusting(SnsTrust trust, Clock clock) {
        GuardedClient client = new GuardedClient(
                tls(),
                new PublicHosts(SystemDefaultDnsResolver.INSTANCE),
                DefaultSchemePortResolver.INSTANCE,
                GuardedClient.Patience.standard());
        CertificateChain chain = new CertificateChain(anchors(), client, clock);
        SigningCertificates certificates = new SigningCertificates(client, chain, clock);
        return new AmazonSns(client, new SignedByAws(certificates, trust), new ConfirmedByVisit(client));
    }

    @Override
    public void verify(SnsEnvelope envelope) {
        verifier.verify(envelope);
    }

    @Override
    public void confirm(SubscriptionConfirmation confirmation) {
        confirmer.confirm(confirmation);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot do TLS", e);
        }
    }

    /** What TLS trusts too, {@code javax.net.ssl.trustStore} included. */
    private static Set<TrustAnchor> anchors() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(it -> Arrays.stream(((X509TrustManager) it).getAcceptedIssuers()))
                    .map(issuer -> new TrustAnchor(issuer, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no trust store", e);
        }
    }
}
