package io.pulumiscale.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for 127.0.0.1 that sign themselves, from 2026-01-01 on for 400 days. */
final class Certificates {
    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** A pair of files. */
    record Pair(Path certificate, Path key) {
        TlsFiles files() {
            return new TlsFiles(certificate, key);
        }

        /** Another two files with the same content. */
        Pair copiedTo(Path folder) {
            Pair copy = new Pair(folder.resolve("tls.crt"), folder.resolve("tls.key"));
            copy.become(this);
            return copy;
        }

        /** Its files have the content of the other's from now on. */
        void become(Pair other) {
            try {
                Files.copy(other.certificate, certificate, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(other.key, key, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** On the curve that nearly everyone has. */
    Pair make(String name) {
        return make(name, "EC", "secp256r1", "SHA256withECDSA");
    }

    Pair makeRsa(String name) {
        return make(name, "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), "SHA256withRSA");
    }

    Pair makeEd25519(String name) {
        return make(name, "Ed25519", NamedParameterSpec.ED25519, "Ed25519");
    }

    Pair make(String name, String algorithm, String curve, String signature) {
        return make(name, algorithm, new ECGenParameterSpec(curve), signature);
    }

    private Pair make(String name, String algorithm, AlgorithmParameterSpec size, String signature) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            KeyPair keys = generator.generateKeyPair();
            return new Pair(
                    pem(name + ".crt", "CERTIFICATE", certificate(name, keys, signature)),
                    pem(name + ".key", "PRIVATE KEY", keys.getPrivate().getEncoded()));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new AssertionError(name, e);
        }
    }

    private static byte[] certificate(String name, KeyPair keys, String signature)
            throws IOException, OperatorException {
        X500Principal self = new X500Principal("CN=" + name);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                self,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2027-02-05T00:00:00Z")),
                self,
                keys.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()))
                .getEncoded();
    }

    Path pem(String file, String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        try {
            return Files.writeString(
                    folder.resolve(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
