package io.pulumiscale.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulumiscale.model.SigningSecret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Of the id, the time and the body, by Standard Webhooks. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(SigningSecret secret, String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update("%s.%d.".formatted(id, at.getEpochSecond()).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
