package io.pulumiscale.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;

/** What SNS posts; whether that is believed is the verifier's affair. */
final class SnsPosts {
    private SnsPosts() {}

    static String notification(String topic, String message) {
        return json("Notification", topic, message, "2026-11-20T09:31:12.100Z", Map.of());
    }

    static String confirmation(String type, String sentAt) {
        Map<String, String> more = Map.of("Token", "70cec", "SubscribeURL", "https://sns.us-east-1.amazonaws.com/");
        return json(type, FakeScaler.TOPIC, "You have chosen.", sentAt, more);
    }

    private static String json(String type, String topic, String message, String sentAt, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.putAll(Map.of(
                "Type",
                type,
                "MessageId",
                "m-1",
                "TopicArn",
                topic,
                "Message",
                message,
                "Timestamp",
                sentAt,
                "SignatureVersion",
                "2",
                "Signature",
                "AA==",
                "SigningCertURL",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem"));
        try {
            return new JsonMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
