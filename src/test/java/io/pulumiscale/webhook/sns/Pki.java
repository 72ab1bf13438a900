package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issuers and those whom they have issued certificates to, valid from 2020 to 2120 if nothing else is said. */
final class Pki {
    static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2120-01-01T00:00:00Z");
    static final String SNS_NAME = "sns.amazonaws.com";
    static final Identity ROOT = self("the root");
    static final Identity INTERMEDIATE = issuedBy(ROOT, "the intermediate", Optional.empty(), true, END, keys());
    /** As Amazon's: served alone, and it says where its issuer's is. */
    static final String ISSUER_URL = "http://crt.issuer.example/intermediate.cer";

    static final Identity SNS = issuedBy(INTERMEDIATE, SNS_NAME, Optional.of(ISSUER_URL), false, END, keys());

    /** Of all others who are issued one: a key takes a tenth of a second or more to make. */
    private static final KeyPair ORDINARY = keys();

    private Pki() {}

    /** A certificate and its key. */
    record Identity(X509Certificate certificate, KeyPair keys) {}

    static Set<TrustAnchor> anchors() {
        return Set.of(new TrustAnchor(ROOT.certificate(), null));
    }

    static Identity self(String name) {
        KeyPair keys = keys();
        return new Identity(certificate(name, keys, name, keys, Optional.empty(), true, END), keys);
    }

    /** With a key that every other one so made has too, but none of the constants. */
    static Identity issuedBy(Identity issuer, String name, Optional<String> issuerUrl, boolean ca, Instant end) {
        return issuedBy(issuer, name, issuerUrl, ca, end, ORDINARY);
    }

    private static Identity issuedBy(
            Identity issuer, String name, Optional<String> issuerUrl, boolean ca, Instant end, KeyPair keys) {
        String issuerName =
                issuer.certificate().getSubjectX500Principal().getName().substring("CN=".length());
        return new Identity(certificate(name, keys, issuerName, issuer.keys(), issuerUrl, ca, end), keys);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(
            String name,
            KeyPair keys,
            String issuer,
            KeyPair issuerKeys,
            Optional<String> url,
            boolean ca,
            Instant end) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Principal("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(BEGIN),
                    Date.from(end),
                    new X500Principal("CN=" + name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            if (!ca) {
                GeneralName dns = new GeneralName(GeneralName.dNSName, name);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(dns));
            }
            if (url.isPresent()) {
                builder.addExtension(Extension.authorityInfoAccess, false, access(url.get()));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKeys.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorException e) {
            throw new AssertionError(e);
        }
    }

    /** As issuers write it: first where its being revoked is told. */
    private static AuthorityInformationAccess access(String issuerUrl) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri("http://ocsp.issuer.example")),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(issuerUrl))
        });
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }
}
