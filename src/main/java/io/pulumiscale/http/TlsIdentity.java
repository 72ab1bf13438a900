package io.pulumiscale.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate, its chain, and the key that is proved to be its own.
 *
 * @param chain the server's certificate first
 */
record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
    /** It leaves the memory for no file. */
    private static final char[] NO_PASSWORD = {};

    /** @throws UnusableTls they cannot be read, or do not belong together */
    static TlsIdentity of(TlsFiles.Content content) {
        List<X509Certificate> chain = chain(content.certificate());
        PublicKey partner = chain.get(0).getPublicKey();
        PrivateKey key = PrivateKeyPem.read(content.key(), partner);
        if (!belongTogether(key, partner)) {
            throw new UnusableTls("the private key is not that of the certificate");
        }
        return new TlsIdentity(chain, key);
    }

    Instant validUntil() {
        return chain.get(0).getNotAfter().toInstant();
    }

    boolean validAt(Instant now) {
        return !now.isBefore(chain.get(0).getNotBefore().toInstant()) && now.isBefore(validUntil());
    }

    SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTls("the certificate cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "TlsIdentity[%s, until %s]".formatted(chain.get(0).getSubjectX500Principal(), validUntil());
    }

    private static List<X509Certificate> chain(String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new UnusableTls("there is no certificate");
            }
            return chain;
        } catch (CertificateException e) {
            throw new UnusableTls("the certificate cannot be read as PEM", e);
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey partner) {
        String algorithm = switch (partner.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> partner.getAlgorithm();
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(partner.getEncoded());
            byte[] signature = signing.sign();
            signing.initVerify(partner);
            signing.update(partner.getEncoded());
            return signing.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
