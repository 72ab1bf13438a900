package io.pulumiscale.webhook.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.webhook.sns.Pki.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message as SNS writes it, signed, and then changed by whoever wants to. */
final class Letter {
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";
    static final String HOST = "https://sns.us-east-1.amazonaws.com";
    static final String CERTIFICATE_URL = HOST + "/SimpleNotificationService-01d088a6f77103d0fe307c0069e40ed6.pem";
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final Map<String, String> fields;

    private Letter(Map<String, String> fields) {
        this.fields = fields;
    }

    static Letter notification() {
        return new Letter(new HashMap<>(Map.of(
                "Type", "Notification",
                "MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                "TopicArn", TOPIC,
                "Subject", "ALARM: \"cpu\" in US East",
                "Message", "hello\nworld",
                "Timestamp", "2026-11-20T09:31:12.100Z")));
    }

    static Letter confirmation() {
        return new Letter(new HashMap<>(Map.of(
                "Type", "SubscriptionConfirmation",
                "MessageId", "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
                "TopicArn", TOPIC,
                "Message", "You have chosen to subscribe to the topic.",
                "Token", "2336412f37fb687f5d51e6e2425e1f",
                "SubscribeURL",
                        HOST + "/?Action=ConfirmSubscription&TopicArn=" + TOPIC
                                + "&Token=2336412f37fb687f5d51e6e2425e1f",
                "Timestamp", "2026-11-20T09:31:12.100Z")));
    }

    /** The same with another field, or another content of one. */
    Letter with(String field, String text) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(field, text);
        return new Letter(changed);
    }

    Letter without(String field) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.remove(field);
        return new Letter(changed);
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    Letter signed() {
        return signedBy(Pki.SNS, "2");
    }

    Letter signedBy(Identity identity, String version) {
        return with("Signature", signature(identity, version.equals("1") ? "SHA1withRSA" : "SHA256withRSA"))
                .with("SignatureVersion", version)
                .with("SigningCertURL", fields.getOrDefault("SigningCertURL", CERTIFICATE_URL));
    }

    private String signature(Identity identity, String algorithm) {
        String canonical = SIGNED.stream()
                .filter(fields::containsKey)
                .map(name -> name + "\n" + fields.get(name) + "\n")
                .collect(Collectors.joining());
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(identity.keys().getPrivate());
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String json() {
        try {
            return new JsonMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
