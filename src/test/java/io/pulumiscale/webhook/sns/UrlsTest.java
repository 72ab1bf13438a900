package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.MalformedPayload;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.UntrustedMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No URL leads anywhere but to SNS in the topic's region, and there only to what it is for. */
class UrlsTest {
    private static final String TOKEN = "2336412f37fb687f5d51e6e2425e1f";
    private static final String CONFIRM = "?Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC + "&Token=" + TOKEN;

    /** What stands before the path, in many disguises. */
    static final List<String> ELSEWHERE = List.of(
            "http://sns.us-east-1.amazonaws.com/",
            "HTTPS://sns.us-east-1.amazonaws.com/",
            "ftp://sns.us-east-1.amazonaws.com/",
            "file:///sns.us-east-1.amazonaws.com/",
            "//sns.us-east-1.amazonaws.com/",
            "https:/sns.us-east-1.amazonaws.com/",
            "https:sns.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com:443/",
            "https://sns.us-east-1.amazonaws.com:8443/",
            "https://sns.us-east-1.amazonaws.com:/",
            "https://evil.example@sns.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com@evil.example/",
            "https://sns.us-east-1.amazonaws.com%40evil.example/",
            "https://sns.us-east-1.amazonaws.com:x@evil.example/",
            "https://sns.us-east-1.amazonaws.com\\@evil.example/",
            "https://sns.us-east-1.amazonaws.com.evil.example/",
            "https://sns.us-east-1.amazonaws.com.evil/",
            "https://evil.example/sns.us-east-1.amazonaws.com/",
            "https://evil.example#sns.us-east-1.amazonaws.com/",
            "https://evil.example?sns.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com./",
            "https://SNS.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.COM/",
            "https://sns.US-EAST-1.amazonaws.com/",
            "https://sns.us-west-2.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com.cn/",
            "https://sns.cn-north-1.amazonaws.com.cn/",
            "https://sns.amazonaws.com/",
            "https://sns-us-east-1.amazonaws.com/",
            "https://snsxus-east-1.amazonaws.com/",
            "https://sns.us-east-1xamazonaws.com/",
            "https://sns.us-east-1.amazonaws.com\u3002evil.example/",
            "https://sns\u3002us-east-1.amazonaws.com/",
            "https://\uff53ns.us-east-1.amazonaws.com/",
            "https://sn\u0455.us-east-1.amazonaws.com/",
            "https://xn--sn-lkc.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.\u0430mazonaws.com/",
            "https://sns.us-east-1.amazonaws.com\u2044/",
            "https://s3.amazonaws.com/sns.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com.s3.amazonaws.com/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:169.254.169.254]/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://169.254.169.254/",
            " https://sns.us-east-1.amazonaws.com/",
            "https:// sns.us-east-1.amazonaws.com/",
            "https://sns.us-east-1.amazonaws.com/%2e%2e/",
            "https://sns.us-east-1.amazonaws.com/../",
            "https://sns.us-east-1.amazonaws.com//",
            "https://sns.us-east-1.amazonaws.com/./",
            "https://sns.us-east-1.amazonaws.com/x/",
            "https://sns.us-east-1.amazonaws.com%2f",
            "https://sns.us-east-1.amazonaws.com%00/",
            "https://sns.us-east-1.amazonaws.com;/",
            "https://sns.us-east-1.amazonaws.com\\");

    private final FakeWeb web = FakeWeb.ofAmazon();

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void noCertificateIsFetchedFromElsewhere(String start) {
        assertNotFetched(start + "SimpleNotificationService-01d088a6f77103d0fe307c0069e40ed6.pem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SimpleNotificationService-.pem",
                "SimpleNotificationService-a.pem?",
                "SimpleNotificationService-a.pem?x=y",
                "SimpleNotificationService-a.pem#",
                "SimpleNotificationService-a.pem#x",
                "SimpleNotificationService-a.pem/",
                "SimpleNotificationService-a.pem;x",
                "SimpleNotificationService-a.PEM",
                "SimpleNotificationService-a%2epem",
                "SimpleNotificationService-a/../b.pem",
                "SimpleNotificationService-..%2fa.pem",
                "SimpleNotificationService-a_b.pem",
                "SimpleNotificationService-\u0663.pem",
                "SimpleNotificationService-axpem",
                "simplenotificationservice-a.pem",
                "x/SimpleNotificationService-a.pem",
                "?Action=ConfirmSubscription&x=/SimpleNotificationService-a.pem"
            })
    void nothingButACertificateIsFetched(String path) {
        assertNotFetched(Letter.HOST + "/" + path);
    }

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void noSubscriptionIsConfirmedElsewhere(String start) {
        assertNotVisited(confirmation(start + CONFIRM, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?Action=ConfirmSubscription",
                "?Action=DeleteTopic&TopicArn=" + Letter.TOPIC + "&Token=" + TOKEN,
                "?Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC + "2&Token=" + TOKEN,
                "?Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC + "&Token=0a",
                CONFIRM + "&Action=Unsubscribe",
                CONFIRM + "&x=y",
                CONFIRM + "&",
                CONFIRM + "#x",
                "?Action=ConfirmSubscription&Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC,
                "?action=ConfirmSubscription&TopicArn=" + Letter.TOPIC + "&Token=" + TOKEN,
                "?Action=Confirm%53ubscription&TopicArn=" + Letter.TOPIC + "&Token=" + TOKEN
            })
    void nothingElseIsAskedOfSns(String query) {
        assertNotVisited(confirmation(Letter.HOST + "/" + query, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&Action=DeleteTopic", "a b", "a%26", "a#", "\u0430", "a+b"})
    void aTokenIsNoPieceOfAUrl(String token) {
        assertNotVisited(confirmation(
                Letter.HOST + "/?Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC + "&Token=" + token, token));
    }

    @Test
    void aSubscriptionIsConfirmedAtSns() {
        web.serve(Letter.HOST + "/" + CONFIRM, 200, "<ConfirmSubscriptionResponse/>", List.of());
        new ConfirmedByVisit(web).confirm(confirmation(Letter.HOST + "/" + CONFIRM, TOKEN));
        String otherwise = "?Token=" + TOKEN + "&Action=ConfirmSubscription&TopicArn=" + Letter.TOPIC;
        new ConfirmedByVisit(web).confirm(confirmation(Letter.HOST + "/" + otherwise, TOKEN));
        assertThat(web.visited).containsOnly(Letter.HOST + "/" + CONFIRM).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 403, 500, 503})
    void whatSnsDoesNotTakeIsToBeTriedAgain(int status) {
        web.serve(Letter.HOST + "/" + CONFIRM, status, "", List.of());
        assertThatThrownBy(() -> new ConfirmedByVisit(web).confirm(confirmation(Letter.HOST + "/" + CONFIRM, TOKEN)))
                .isInstanceOf(CannotTellNow.class)
                .hasMessageContaining("status " + status)
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sns:us-east-1:123456789012:alerts, sns.us-east-1.amazonaws.com",
        "arn:aws:sns:ap-southeast-4:123456789012:alerts, sns.ap-southeast-4.amazonaws.com",
        "arn:aws-us-gov:sns:us-gov-west-1:123456789012:alerts, sns.us-gov-west-1.amazonaws.com",
        "arn:aws-cn:sns:cn-north-1:123456789012:alerts, sns.cn-north-1.amazonaws.com.cn",
        "arn:aws-eusc:sns:eusc-de-east-1:123456789012:alerts, sns.eusc-de-east-1.amazonaws.eu"
    })
    void everyPartitionHasItsHosts(String arn, String host) {
        assertThat(TopicHome.of(arn).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alerts",
                "arn:aws:sqs:us-east-1:123456789012:alerts",
                "arn:aws:sns::123456789012:alerts",
                "arn:aws:sns:evil.example/:123456789012:alerts",
                "arn:aws:sns:us-east-1@evil-1:123456789012:alerts",
                "arn:aws:sns:us-east-1:1:alerts",
                "arn:aws-cn:sns:us-east-1:123456789012:alerts",
                "arn:aws:sns:cn-north-1:123456789012:alerts",
                "arn:aws:sns:us-east-1:123456789012:a/b",
                "arn:aws:sns:us-east-1:123456789012:alerts:subscription"
            })
    void whatIsNoTopicHasNoHost(String arn) {
        assertThatThrownBy(() -> TopicHome.of(arn)).isInstanceOf(UntrustedMessage.class);
    }

    private void assertNotFetched(String url) {
        Bench bench = new Bench(web, SnsTrust.standard(), Letter.TOPIC);
        Letter letter = Letter.notification().with("SigningCertURL", url).signed();
        assertThatThrownBy(() -> bench.open(letter)).isInstanceOfAny(UntrustedMessage.class, MalformedPayload.class);
        assertThat(web.visited).isEmpty();
    }

    private void assertNotVisited(SubscriptionConfirmation confirmation) {
        assertThatThrownBy(() -> new ConfirmedByVisit(web).confirm(confirmation))
                .isInstanceOf(UntrustedMessage.class);
        assertThat(web.visited).isEmpty();
    }

    private static SubscriptionConfirmation confirmation(String url, String token) {
        return new SubscriptionConfirmation("m-1", Letter.TOPIC, Instant.EPOCH, url, token);
    }
}
