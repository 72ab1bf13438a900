package io.pulumiscale.webhook;

import static io.pulumiscale.webhook.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnsInboxTest {
    private static final String URL = "https://sns.example/?Action=ConfirmSubscription&Token=2336412f37";
    private static final Instant SENT = Instant.parse("2026-11-20T09:31:12.100Z");

    @Test
    void aNotificationHoldsItsMessage() {
        assertThat(open(envelope("Notification")))
                .isEqualTo(new SnsMessage.Notification("m-1", Fixture.TOPIC, SENT, "hello"));
    }

    @Test
    void confirmationsAreRecognisedAndKeepTheirTokenToThemselves() {
        assertThat(open(envelope("SubscriptionConfirmation")))
                .isEqualTo(new SnsMessage.SubscriptionConfirmation("m-1", Fixture.TOPIC, SENT, URL, "2336412f37"))
                .asString()
                .doesNotContain("2336412f37");
        assertThat(open(envelope("UnsubscribeConfirmation")))
                .isEqualTo(new SnsMessage.UnsubscribeConfirmation("m-1", Fixture.TOPIC, SENT))
                .asString()
                .doesNotContain("2336412f37");
    }

    @Test
    void whatIsVerifiedIsEverythingThatIsSignedAndNothingElse() {
        List<SnsEnvelope> seen = new ArrayList<>();
        Map<String, String> fields = envelope("Notification");
        fields.put("Subject", "ALARM");
        fields.put("UnsubscribeURL", "https://elsewhere.example");
        Fixture.inbox(seen::add).open(json(fields), header -> Optional.empty());
        assertThat(seen.get(0).fields())
                .containsOnlyKeys(
                        "Type",
                        "Message",
                        "MessageId",
                        "Subject",
                        "Timestamp",
                        "TopicArn",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL");
        assertThat(seen.get(0)).asString().doesNotContain("hello");
    }

    @Test
    void nothingIsOpenedThatIsNotVerified() {
        SnsInbox inbox = Fixture.inbox(envelope -> {
            throw new UntrustedMessage("forged");
        });
        assertThatThrownBy(() -> inbox.open(json(envelope("Notification")), header -> Optional.empty()))
                .isInstanceOf(UntrustedMessage.class);
    }

    @Test
    void anotherTopicsMessageIsRefused() {
        Map<String, String> foreign = envelope("Notification");
        foreign.put("TopicArn", Fixture.TOPIC + "2");
        assertThatThrownBy(() -> open(foreign)).isInstanceOf(ForeignTopic.class).hasMessageContaining("alerts2");
    }

    @Test
    void noTopicIsTakenUntilTheStacksOwnIsKnown() {
        SnsInbox inbox = new SnsInbox(Optional::empty, envelope -> {}, Clock.fixed(Fixture.NOW, ZoneOffset.UTC));
        assertThatThrownBy(() -> inbox.open(json(envelope("Notification")), header -> Optional.empty()))
                .isInstanceOf(CannotTellNow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H0.001S", "P30D", "-PT5M0.001S"})
    void whatIsTooOldOrYetToComeIsRefused(Duration age) {
        assertThatThrownBy(() -> open(sentBefore(age)))
                .isInstanceOf(UntrustedMessage.class)
                .hasMessageStartingWith("sent at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT0S", "-PT5M"})
    void anHourIsNotTooOldAndClocksMayDiffer(Duration age) {
        assertThat(open(sentBefore(age)).sentAt()).isEqualTo(Fixture.NOW.minus(age));
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-sns-message-type, SubscriptionConfirmation, Type",
        "x-amz-sns-message-id, m-2, MessageId",
        "x-amz-sns-topic-arn, arn:aws:sns:us-east-1:1:other, TopicArn"
    })
    void aHeaderThatSaysAnotherThingThanTheBodyIsRefused(String header, String says, String field) {
        Map<String, String> headers = Map.of(header, says);
        assertThatThrownBy(() -> Fixture.inbox()
                        .open(json(envelope("Notification")), name -> Optional.ofNullable(headers.get(name))))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        new Fault(field, "the header %s says \"%s\"".formatted(header, says))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Type|missing",
                "[]|Type|missing",
                "{\"Type\":7}|Type|text is wanted",
                "{\"Type\":\"notification\"}|Type|\"notification\" is unknown, did you mean Notification?",
                "{\"Type\":\"Notification\",\"\\u0054ype\":\"x\"}|Type|Duplicate field 'Type'"
            })
    void anEnvelopeThatIsNoneIsRefused(String body, String at, String problem) {
        assertThatThrownBy(() -> Fixture.inbox().open(bytes(body), header -> Optional.empty()))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.at()).isEqualTo(at))
                                .satisfies(fault -> assertThat(fault.problem()).startsWith(problem)));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void aFieldThatIsAbsentOrNoTextIsNamed(String field) {
        Map<String, String> without = envelope("SubscriptionConfirmation");
        without.remove(field);
        assertFault(json(without), field, "missing");
        String number = new String(json(envelope("SubscriptionConfirmation")), StandardCharsets.UTF_8)
                .replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":7");
        assertFault(bytes(number), field, "text is wanted");
    }

    static List<String> needed() {
        return List.of(
                "Message",
                "MessageId",
                "TopicArn",
                "Timestamp",
                "SignatureVersion",
                "Signature",
                "SigningCertURL",
                "SubscribeURL",
                "Token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageId", "TopicArn", "Subject", "SignatureVersion", "Signature", "SigningCertURL"})
    void onlyTheMessageMayHaveSeveralLines(String field) {
        for (String lines : List.of("a\nMessageId\nb", "a\r", "a\u2028b", "\u0000", "")) {
            Map<String, String> fields = envelope("Notification");
            fields.put(field, lines);
            assertThatThrownBy(() -> open(fields))
                    .as(field + lines)
                    .isInstanceOfSatisfying(
                            MalformedPayload.class,
                            e -> assertThat(e.faults()).extracting(Fault::at).containsExactly(field));
        }
        Map<String, String> fields = envelope("Notification");
        fields.put("Message", "a\nb\r\n");
        assertThat(open(fields)).isInstanceOf(SnsMessage.Notification.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:31:12.1009Z",
                "2026-11-20T09:31:12Z",
                "2026-11-20T09:31:12.100+00:00",
                "2026-11-20T09:31:12.100z",
                "2026-11-31T09:31:12.100Z",
                "2026-11-20T24:00:00.000Z",
                " 2026-11-20T09:31:12.100Z"
            })
    void aTimestampHasOneSpelling(String timestamp) {
        Map<String, String> fields = envelope("Notification");
        fields.put("Timestamp", timestamp);
        assertFault(json(fields), "Timestamp", "a timestamp is wanted, not \"" + timestamp + '"');
    }

    @Test
    void halfACharacterIsRefusedAsItWouldBeSignedAsAnother() {
        String body =
                new String(json(envelope("Notification")), StandardCharsets.UTF_8).replace("hello", "hell\\ud83d");
        assertFault(bytes(body), "Message", "half a character has no place here");
    }

    private static void assertFault(byte[] body, String at, String problem) {
        assertThatThrownBy(() -> Fixture.inbox().open(body, header -> Optional.empty()))
                .isInstanceOfSatisfying(
                        MalformedPayload.class, e -> assertThat(e.faults()).contains(new Fault(at, problem)));
    }

    private static SnsMessage open(Map<String, String> fields) {
        return Fixture.inbox().open(json(fields), header -> Optional.empty());
    }

    private static Map<String, String> sentBefore(Duration age) {
        Map<String, String> fields = envelope("Notification");
        fields.put(
                "Timestamp",
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(Fixture.NOW.minus(age)));
        return fields;
    }

    private static Map<String, String> envelope(String type) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "Type", type,
                "MessageId", "m-1",
                "TopicArn", Fixture.TOPIC,
                "Message", "hello",
                "Timestamp", "2026-11-20T09:31:12.100Z",
                "SignatureVersion", "2",
                "Signature", "AA==",
                "SigningCertURL", "https://sns.example/x.pem"));
        if (!type.equals("Notification")) {
            fields.putAll(Map.of("SubscribeURL", URL, "Token", "2336412f37"));
        }
        return fields;
    }

    private static byte[] json(Map<String, String> fields) {
        try {
            return new JsonMapper().writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
