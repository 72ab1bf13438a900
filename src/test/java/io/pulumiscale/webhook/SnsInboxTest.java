package io.pulumiscale.webhook;

import static io.pulumiscale.webhook.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnsInboxTest {
    private static final String URL = "https://sns.example/?Action=ConfirmSubscription&Token=2336412f37";

    @Test
    void aNotificationHoldsItsMessage() {
        assertThat(Fixture.inbox().open(envelope("Notification", Fixture.TOPIC)))
                .isEqualTo(new SnsMessage.Notification("m-1", Fixture.TOPIC, "hello"));
    }

    @Test
    void confirmationsAreRecognisedAndKeepTheirUrlToThemselves() {
        assertThat(Fixture.inbox().open(envelope("SubscriptionConfirmation", Fixture.TOPIC)))
                .isEqualTo(new SnsMessage.SubscriptionConfirmation("m-1", Fixture.TOPIC, URL))
                .asString()
                .doesNotContain("2336412f37");
        assertThat(Fixture.inbox().open(envelope("UnsubscribeConfirmation", Fixture.TOPIC)))
                .isEqualTo(new SnsMessage.UnsubscribeConfirmation("m-1", Fixture.TOPIC, URL))
                .asString()
                .doesNotContain("2336412f37");
    }

    @Test
    void anotherTopicsMessageIsRefused() {
        assertThatThrownBy(() -> Fixture.inbox().open(envelope("Notification", Fixture.TOPIC + "2")))
                .isInstanceOf(ForeignTopic.class)
                .hasMessageContaining("alerts2");
    }

    @Test
    void anyTopicIsTakenUntilTheStacksOwnIsKnown() {
        SnsMessage message = new SnsInbox(Optional::empty).open(envelope("Notification", "arn:other"));
        assertThat(message.topicArn()).isEqualTo("arn:other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Type|missing",
                "[]|Type|missing",
                "{\"Type\":7}|Type|text is wanted",
                "{\"Type\":\"notification\"}|Type|\"notification\" is unknown, did you mean Notification?",
                "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"t\"}|Message|missing",
                "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"Message\":\"x\"}|TopicArn|missing",
                "{\"Type\":\"Notification\",\"\\u0054ype\":\"x\"}|Type|Duplicate field 'Type'"
            })
    void anEnvelopeThatIsNoneIsRefused(String body, String at, String problem) {
        assertThatThrownBy(() -> Fixture.inbox().open(bytes(body)))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.at()).isEqualTo(at))
                                .satisfies(fault -> assertThat(fault.problem()).startsWith(problem)));
    }

    private static byte[] envelope(String type, String topic) {
        return bytes("{\"Type\":\"" + type + "\",\"MessageId\":\"m-1\",\"TopicArn\":\"" + topic
                + "\",\"Message\":\"hello\",\"SubscribeURL\":\"" + URL
                + "\",\"Timestamp\":\"2026-11-20T09:31:12.100Z\"}");
    }
}
