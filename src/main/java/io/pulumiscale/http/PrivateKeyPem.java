package io.pulumiscale.http;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wildfly.security.asn1.DERDecoder;
import org.wildfly.security.asn1.DEREncoder;

/** Reads the private key that belongs to a public one. Nothing of it is in what is thrown. */
final class PrivateKeyPem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private PrivateKeyPem() {}

    /** @throws UnusableTls it is no such key, or in no form that is understood */
    static PrivateKey read(String pem, PublicKey partner) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new UnusableTls("there is no PEM block of a private key");
        }
        String form = block.group(1);
        String text = block.group(2);
        if (form.contains("ENCRYPTED") || text.contains("ENCRYPTED")) {
            throw new UnusableTls("an encrypted private key is not understood: openssl pkey decrypts it");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text);
            byte[] pkcs8 = form.equals("PRIVATE KEY") ? der : wrapped(der, partner);
            return KeyFactory.getInstance(partner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableTls(
                    "the private key is no %s key as the certificate's".formatted(partner.getAlgorithm()));
        }
    }

    /** PKCS#8 is the older forms with the name of the algorithm before them, which the public key has too. */
    private static byte[] wrapped(byte[] der, PublicKey partner) {
        DERDecoder subjectPublicKeyInfo = new DERDecoder(partner.getEncoded());
        subjectPublicKeyInfo.startSequence();
        DEREncoder pkcs8 = new DEREncoder();
        pkcs8.startSequence();
        pkcs8.encodeInteger(BigInteger.ZERO);
        pkcs8.writeEncoded(subjectPublicKeyInfo.drainElement());
        pkcs8.encodeOctetString(der);
        pkcs8.endSequence();
        return pkcs8.getEncoded();
    }
}
