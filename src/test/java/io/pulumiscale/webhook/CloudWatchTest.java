package io.pulumiscale.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudWatchTest {
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:pulumiscale-dev-web-cpu-high";
    private static final String RECORDED = Fixture.payload("cloudwatch-alarm-message.json");

    @Test
    void theRecordedAlarmIsThePoolsStepOut() {
        ScalingIntent intent = read(RECORDED).intents().get(0);
        assertThat(intent.pool()).isEqualTo("web");
        assertThat(intent.change()).isEqualTo(new Change.Delta(3));
        assertThat(intent.source()).isEqualTo(Source.CLOUDWATCH);
        assertThat(intent.reason()).isEqualTo("pulumiscale-dev-web-cpu-high firing, +3");
        assertThat(intent.deduplicationKey()).isEqualTo(ARN + "/2026-11-20T09:31:12.004Z/ALARM");
    }

    @Test
    void theAlarmForScalingInIsTheStepIn() {
        assertThat(read(RECORDED.replace("cpu-high", "cpu-low")).intents())
                .extracting(ScalingIntent::change)
                .containsExactly(new Change.Delta(-1));
    }

    @Test
    void anAlarmOfARuleAsksForWhatTheRuleSays() {
        assertThat(read(RECORDED.replace("cpu-high", "backlog")).intents())
                .singleElement()
                .satisfies(intent -> {
                    assertThat(intent.change()).isEqualTo(new Change.Percent(50));
                    assertThat(intent.reason()).isEqualTo("pulumiscale-dev-web-backlog firing, +50%");
                });
    }

    @Test
    void okEndsTheAlert() {
        Received received = read(state("OK"));
        assertThat(received.intents()).isEmpty();
        assertThat(received.resolved())
                .containsExactly(
                        new AlertEnd(ARN, "web", Source.CLOUDWATCH, Instant.parse("2026-11-20T09:31:12.004Z")));
    }

    @Test
    void insufficientDataEndsTheAlarm() {
        assertThat(read(state("INSUFFICIENT_DATA")).resolved())
                .containsExactly(
                        new AlertEnd(ARN, "web", Source.CLOUDWATCH, Instant.parse("2026-11-20T09:31:12.004Z")));
    }

    @Test
    void anAlarmOfAPoolThatTheSenderMayNotKnowOfIsLikeNone() {
        Received received = Fixture.cloudWatch()
                .read(Fixture.notification(RECORDED), pools -> PoolCatalog.of(List.of(Fixture.WORKERS)));
        assertThat(received.ignored())
                .extracting(Ignored::reason)
                .containsExactly("no pool of this stack has the alarm \"pulumiscale-dev-web-cpu-high\"");
        assertThat(received.intents()).isEmpty();
    }

    @Test
    void anAlarmOfNoPoolIsIgnoredWithAReason() {
        assertThat(read(RECORDED.replace("dev-web-cpu-high", "prod-web-cpu-high"))
                        .ignored())
                .containsExactly(new Ignored(
                        "Message", "no pool of this stack has the alarm \"pulumiscale-prod-web-cpu-high\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudwatch-alarm-message.json",
                "cloudwatch-metric-math-message.json",
                "cloudwatch-composite-message.json"
            })
    void alarmsOfEveryKindAreReadAlike(String recorded) {
        String alarm = Fixture.payload(recorded);
        assertThat(read(alarm).intents())
                .extracting(ScalingIntent::deduplicationKey)
                .containsExactly(ARN + "/2026-11-20T09:31:12.004Z/ALARM");
        for (String calm : List.of("OK", "INSUFFICIENT_DATA")) {
            assertThat(read(alarm.replace("\"NewStateValue\":\"ALARM\"", "\"NewStateValue\":\"" + calm + "\""))
                            .resolved())
                    .extracting(AlertEnd::alert)
                    .containsExactly(ARN);
        }
    }

    @Test
    void whatIsNotReadMayBeAnything() {
        assertThat(read(RECORDED.replace("\"Threshold\":70.0", "\"Threshold\":1e999"))
                        .intents())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:cloudwatch:us-east-1:999999999999:alarm:pulumiscale-dev-web-cpu-high",
                "arn:aws:cloudwatch:us-west-2:123456789012:alarm:pulumiscale-dev-web-cpu-high",
                "arn:aws:cloudwatch:us-east-1:123456789012:alarm:pulumiscale-dev-web-cpu-low",
                "another"
            })
    void anAlarmOfTheSameNameElsewhereIsNotThePools(String arn) {
        assertThat(read(RECORDED.replace(ARN, arn)).ignored())
                .containsExactly(new Ignored(
                        "Message", "the alarm \"%s\" is not of the topic's account and region".formatted(arn)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"AlarmName\":|\"Alarm\":|Message.AlarmName|missing",
                "\"ALARM\"|\"PANIC\"|Message.NewStateValue|\"PANIC\" is none of OK, ALARM, INSUFFICIENT_DATA",
                "2026-11-20T09:31:12.004+0000|noon|Message.StateChangeTime|a timestamp is wanted, not \"noon\"",
                "\"AlarmArn\":\"arn:|\"AlarmArn\":3,\"x\":\"|Message.AlarmArn|text is wanted"
            })
    void faultsAreNamedByTheirPlaceInTheMessage(String what, String by, String at, String problem) {
        assertThatThrownBy(() -> read(RECORDED.replace(what, by)))
                .isInstanceOfSatisfying(
                        MalformedPayload.class, e -> assertThat(e.faults()).containsExactly(new Fault(at, problem)));
    }

    @Test
    void aMessageThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> read("hello"))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults())
                                .singleElement()
                                .extracting(Fault::at)
                                .isEqualTo("Message"));
    }

    private static String state(String state) {
        return RECORDED.replace("\"NewStateValue\":\"ALARM\"", "\"NewStateValue\":\"" + state + "\"");
    }

    private static Received read(String alarm) {
        return Fixture.cloudWatch().read(Fixture.notification(alarm));
    }
}
