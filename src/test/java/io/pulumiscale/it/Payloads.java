package io.pulumiscale.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Alerts as their senders write them. Each is another event, unless its number is the same. */
public final class Payloads {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter CLOUDWATCH_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private Payloads() {}

    /** What CloudWatch publishes when an alarm changes its state. */
    static String alarm(String topicArn, String name, String state, Instant since) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("AlarmName", name);
        message.put("AlarmArn", topicArn.replaceFirst(":sns:", ":cloudwatch:").replaceFirst("[^:]*$", "alarm:" + name));
        message.put("NewStateValue", state);
        message.put("StateChangeTime", CLOUDWATCH_TIME.format(since));
        return json(message);
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
