package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures are believed beside Amazon's, and of what kind.
 *
 * @param certificate of somebody who stands in for SNS; its messages name it by {@link #certificateName}
 * @param sha1 whether signature version 1 is enough
 */
public record SnsTrust(Optional<X509Certificate> certificate, boolean sha1) {

    /** Amazon's alone, by SHA-256 alone. */
    public static SnsTrust standard() {
        return new SnsTrust(Optional.empty(), false);
    }

    /** @throws UnusableCertificate the file cannot be read, or has no certificate */
    public SnsTrust withCertificateIn(Path file) {
        try {
            return new SnsTrust(Optional.of(Pem.read(Files.readAllBytes(file)).get(0)), sha1);
        } catch (IOException | CertificateException e) {
            throw new UnusableCertificate(file, e);
        }
    }

    /** With signature version 1 too, or not. */
    public SnsTrust withSha1(boolean enough) {
        return new SnsTrust(certificate, enough);
    }

    /** The last part of a certificate's URL: {@code SimpleNotificationService-SHA256.pem}, in lower case. */
    public static String certificateName(X509Certificate certificate) {
        return "SimpleNotificationService-%s.pem".formatted(Pem.fingerprint(certificate));
    }

    Set<String> versions() {
        return sha1 ? Set.of("1", "2") : Set.of("2");
    }
}
