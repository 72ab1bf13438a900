package io.pulumiscale.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Alerts as their senders write them. Each is another event, unless its number is the same. */
public final class Payloads {
    private static final JsonMapper JSON = new JsonMapper();

    private Payloads() {}

    static String cloudWatch(String topicArn, String alarm, int event) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("AlarmName", alarm);
        message.put("AlarmArn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:" + alarm);
        message.put("NewStateValue", "ALARM");
        message.put("StateChangeTime", "2026-11-20T09:%02d:12.004+0000".formatted(event));
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("Type", "Notification");
        envelope.put("MessageId", "message-" + event);
        envelope.put("TopicArn", topicArn);
        envelope.put("Message", json(message));
        envelope.put("Timestamp", "2026-11-20T09:31:12.054Z");
        return json(envelope);
    }

    public static String alertmanager(String pool, String action, int value, int event) {
        return """
                {"version":"4","status":"firing","receiver":"pulumiscale","alerts":[{"status":"firing",
                 "labels":{"alertname":"QueueBacklog","pool_name":"%s"},
                 "annotations":{"pulumiscale_action":"%s","pulumiscale_value":"%d"},
                 "startsAt":"2026-11-20T09:30:00.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f%d"}]}
                """.formatted(pool, action, value, event);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
