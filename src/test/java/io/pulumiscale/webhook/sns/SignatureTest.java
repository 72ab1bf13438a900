package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.webhook.ForeignTopic;
import io.pulumiscale.webhook.MalformedPayload;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.UntrustedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SNS has signed is believed, and nothing that only looks like it. */
class SignatureTest {
    private static final Letter GOOD = Letter.notification().signed();

    private final Bench bench = new Bench();

    @Test
    void whatSnsHasSignedIsBelieved() {
        assertThat(bench.open(GOOD))
                .isInstanceOfSatisfying(
                        SnsMessage.Notification.class,
                        it -> assertThat(it.message()).isEqualTo("hello\nworld"));
        assertThat(bench.open(Letter.notification().without("Subject").signed()))
                .isInstanceOf(SnsMessage.Notification.class);
        assertThat(bench.open(Letter.confirmation().signed())).isInstanceOf(SnsMessage.SubscriptionConfirmation.class);
        assertThat(bench.open(Letter.confirmation()
                        .with("Type", "UnsubscribeConfirmation")
                        .signed()))
                .isInstanceOf(SnsMessage.UnsubscribeConfirmation.class);
    }

    @Test
    void theCertificateIsFetchedOnceWithItsIssuers() {
        bench.open(GOOD);
        bench.open(GOOD);
        assertThat(bench.web.visited).containsExactly(Letter.CERTIFICATE_URL, Pki.ISSUER_URL);
    }

    @ParameterizedTest
    @CsvSource({
        "Message, hello",
        "Message, 'hello\nworld '",
        "MessageId, 22b80b92-fdea-4c2c-8f9d-bdfb0c7bf325",
        "Subject, OK",
        "Timestamp, 2026-11-20T09:31:12.101Z",
        "Type, UnsubscribeConfirmation"
    })
    void noSignedFieldCanBeChanged(String field, String by) {
        Letter confirmation = Letter.confirmation();
        Letter changed = field.equals("Type") ? confirmation.signed().with(field, by) : GOOD.with(field, by);
        assertForged(changed);
    }

    @Test
    void noSignedFieldCanBeLeftOutOrPutIn() {
        assertForged(GOOD.without("Subject"));
        assertForged(Letter.notification().without("Subject").signed().with("Subject", "ALARM"));
        assertForged(Letter.confirmation().signed().with("Token", "0a"));
        assertForged(Letter.confirmation().signed().with("SubscribeURL", "https://sns.us-east-1.amazonaws.com/"));
    }

    @Test
    void fieldsCannotBeSwapped() {
        assertForged(GOOD.with("Message", GOOD.text("Subject")).with("Subject", "hello"));
        assertForged(GOOD.with("MessageId", GOOD.text("Subject")).with("Subject", GOOD.text("MessageId")));
    }

    /** What is signed is lines: whoever can have one message signed must not have signed another. */
    @Test
    void linesOfAMessageDoNotBecomeFields() {
        Letter carrier = Letter.notification()
                .without("Subject")
                .with("Message", "ours\nMessageId\nforged-id\nSubject\nforged")
                .signed();
        assertThatThrownBy(() -> bench.open(carrier.with("Message", "ours")
                        .with("MessageId", "forged-id\nSubject\nforged\nMessageId\n" + carrier.text("MessageId"))))
                .isInstanceOf(MalformedPayload.class);
        assertForged(
                carrier.with("Message", "ours").with("MessageId", "forged-id").with("Subject", "forged"));

        Letter withSubject = Letter.notification().with("Message", "ours").signed();
        assertThatThrownBy(() -> bench.open(withSubject
                        .without("Subject")
                        .with(
                                "MessageId",
                                withSubject.text("MessageId") + "\nSubject\n" + withSubject.text("Subject"))))
                .isInstanceOf(MalformedPayload.class);
    }

    @Test
    void aNotificationIsNoConfirmation() {
        Letter confirmation = Letter.confirmation();
        Letter published = Letter.notification()
                .with(
                        "Message",
                        "You\nMessageId\nm\nSubscribeURL\n%s\nTimestamp\n2026-11-20T09:31:12.100Z\nToken\n0a"
                                .formatted(confirmation.text("SubscribeURL")))
                .signed();
        assertForged(published
                .with("Type", "SubscriptionConfirmation")
                .with("SubscribeURL", confirmation.text("SubscribeURL"))
                .with("Token", "0a"));
    }

    @Test
    void aKeyThatIsSaidTwiceIsRefused() {
        String twice = GOOD.json().replaceFirst("\\{", "{\"Message\":\"first\",");
        String escaped = GOOD.json().replaceFirst("\\{", "{\"\\\\u004dessage\":\"first\",");
        assertThatThrownBy(() -> bench.open(twice)).isInstanceOf(MalformedPayload.class);
        assertThatThrownBy(() -> bench.open(escaped)).isInstanceOf(MalformedPayload.class);
    }

    @Test
    void anotherSpellingOfTheSameJsonIsTheSameMessage() {
        String spelt = GOOD.json().replace("hello", "h\\u0065llo").replaceFirst("\\{", "{ \"Extra\": [1, {}],\n");
        assertThat(bench.open(spelt)).isEqualTo(bench.open(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "!", "====", "QUJD", "null"})
    void aSignatureThatIsNoneIsRefused(String signature) {
        assertForged(GOOD.with("Signature", signature));
        assertForged(GOOD.with("Signature", GOOD.text("Signature") + signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "SignatureVersion", "SigningCertURL"})
    void anUnsignedMessageIsRefused(String field) {
        assertThatThrownBy(() -> bench.open(GOOD.without(field))).isInstanceOf(MalformedPayload.class);
        assertThat(bench.web.visited).isEmpty();
    }

    @Test
    void version1IsRefusedAndNothingIsFetchedForIt() {
        assertForged(Letter.notification().signedBy(Pki.SNS, "1"));
        assertForged(GOOD.with("SignatureVersion", "1"));
        assertThat(bench.web.visited).isEmpty();
    }

    @Test
    void version1IsBelievedWhereSomebodySaysSo() {
        Bench lenient = new Bench(FakeWeb.ofAmazon(), SnsTrust.standard().withSha1(true), Letter.TOPIC);
        Letter old = Letter.notification().signedBy(Pki.SNS, "1");
        assertThat(lenient.open(old)).isInstanceOf(SnsMessage.Notification.class);
        assertThat(lenient.open(GOOD)).isInstanceOf(SnsMessage.Notification.class);
        assertThatThrownBy(() -> lenient.open(old.with("SignatureVersion", "2")))
                .isInstanceOf(UntrustedMessage.class);
        assertThatThrownBy(() -> lenient.open(GOOD.with("SignatureVersion", "1")))
                .isInstanceOf(UntrustedMessage.class);
        assertThatThrownBy(() -> lenient.open(old.with("Message", "x"))).isInstanceOf(UntrustedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "02", "2.0", "２", "2 ", "sha256"})
    void noOtherVersionIsTaken(String version) {
        assertForged(GOOD.with("SignatureVersion", version));
        assertThat(bench.web.visited).isEmpty();
    }

    @Test
    void anotherTopicsMessageIsRefusedHoweverWellSigned() {
        Letter foreign = Letter.notification()
                .with("TopicArn", "arn:aws:sns:us-east-1:999999999999:pulumiscale-dev-alerts")
                .signed();
        assertThatThrownBy(() -> bench.open(foreign)).isInstanceOf(ForeignTopic.class);
        assertThat(bench.web.visited).isEmpty();
    }

    private void assertForged(Letter letter) {
        assertThatThrownBy(() -> bench.open(letter)).isInstanceOf(UntrustedMessage.class);
    }
}
