package io.pulumiscale.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificate authority of one cluster. */
final class Authority {
    private Authority() {}

    static SSLContext of(Path file) throws ClusterUnknown {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ClusterUnknown(
                    "the cluster's certificate authority cannot be read: " + e, "give this user the right to read it");
        }
    }

    /** @param pem one certificate or several */
    static SSLContext of(byte[] pem) throws ClusterUnknown {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                trusted.setCertificateEntry("ca-" + number++, each);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new ClusterUnknown(
                    "the cluster's certificate authority is no certificate: " + e.getMessage(),
                    "mend certificate-authority-data in the kubeconfig");
        }
    }
}
