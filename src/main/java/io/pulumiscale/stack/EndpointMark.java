package io.pulumiscale.stack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A few digits by which endpoints are told apart, in the clear. They say nothing of a random token, and are slow to
 * make, so that a bad one is not tried out by them.
 */
final class EndpointMark {
    private static final int ITERATIONS = 100_000;
    private static final int BITS = 32;

    private EndpointMark() {}

    /** @param salt what is unlike elsewhere, so that equal tokens have other marks there */
    static String of(String url, String salt) {
        PBEKeySpec key = new PBEKeySpec(url.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ITERATIONS, BITS);
        try {
            byte[] mark = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
            return HexFormat.of().formatHex(mark);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }
}
