package io.pulumiscale.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.local.LocalSns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts as the real senders send them. */
final class Alerts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter CLOUDWATCH_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final LocalSns sns;
    private final String topicArn;

    Alerts(Clock clock, LocalSns sns, String topicArn) {
        this.clock = clock;
        this.sns = sns;
        this.topicArn = topicArn;
    }

    /** What SNS posts when the alarm goes off. */
    String cloudWatch(String alarmName) {
        String account = topicArn.replaceFirst(":sns:", ":cloudwatch:").replaceFirst("[^:]*$", "");
        String alarm = json(Map.of(
                "AlarmName",
                alarmName,
                "AlarmArn",
                account + "alarm:" + alarmName,
                "NewStateValue",
                "ALARM",
                "OldStateValue",
                "OK",
                "NewStateReason",
                "Threshold Crossed: 3 datapoints were beyond the threshold.",
                "StateChangeTime",
                CLOUDWATCH_TIME.format(clock.instant()),
                "AlarmActions",
                List.of(topicArn)));
        return sns.notification(topicArn, Optional.of("ALARM: \"%s\"".formatted(alarmName)), alarm);
    }

    /** What Alertmanager posts. */
    String alertmanager(String alertName, String pool, String action, String value) {
        return json(Map.of(
                "version", "4",
                "status", "firing",
                "receiver", "pulumiscale",
                "groupKey", "{}:{alertname=\"%s\"}".formatted(alertName),
                "alerts",
                        List.of(Map.of(
                                "status", "firing",
                                "labels", Map.of("alertname", alertName, "pool_name", pool),
                                "annotations", Map.of("pulumiscale_action", action, "pulumiscale_value", value),
                                "startsAt", clock.instant().toString(),
                                "endsAt", "0001-01-01T00:00:00Z",
                                "fingerprint", Long.toHexString(clock.millis())))));
    }

    /** What a person posts. */
    String byHand(String action, int value, String reason) {
        return json(Map.of("action", action, "value", value, "reason", reason));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }
}
