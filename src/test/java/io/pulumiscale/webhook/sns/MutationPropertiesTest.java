package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.ForeignTopic;
import io.pulumiscale.webhook.IntentFactory;
import io.pulumiscale.webhook.MalformedPayload;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.UntrustedMessage;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a signed message: it is refused, or it says what was signed. */
class MutationPropertiesTest {
    private static final String ALARM = "pulumiscale-dev-web-cpu-high";
    private static final Letter SIGNED =
            Letter.notification().with("Message", """
                    {"AlarmName":"%1$s","AlarmArn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:%1$s",
                     "NewStateValue":"ALARM","StateChangeTime":"2026-11-20T09:31:12.004+0000"}""".formatted(ALARM)).signed();
    private static final Letter OLD_STYLE =
            Letter.notification().with("Message", SIGNED.text("Message")).signedBy(Pki.SNS, "1");
    private static final Pool WEB =
            new Pool("web", PoolKind.EC2, 1, 9, 2, 3, 1, Map.of(ALARM, new Change.Delta(3)), ScalingRules.standard());
    private static final List<String> FIELDS = List.of(
            "Type",
            "Message",
            "MessageId",
            "TopicArn",
            "Timestamp",
            "Subject",
            "Signature",
            "SignatureVersion",
            "SigningCertURL",
            "Token",
            "SubscribeURL");
    private static final List<String> FRAGMENTS = List.of(
            "",
            "a",
            "A",
            "0",
            " ",
            "\\n",
            "\\\"",
            "\"",
            "\\u0000",
            "\\ud800",
            "\\u0041",
            "é",
            "null",
            "{}",
            "[]",
            "7",
            "\",\"Message\":\"",
            "\\nMessageId\\n",
            "=",
            "/",
            "+",
            "}",
            "{");

    private final Bench bench =
            new Bench(FakeWeb.ofAmazon(), SnsTrust.standard().withSha1(true), Letter.TOPIC);
    private final SnsMessage original = bench.open(SIGNED);
    private final CloudWatchAdapter adapter = new CloudWatchAdapter(
            () -> PoolCatalog.of(List.of(WEB)), new IntentFactory(bench.clock, new SplittableRandom(1)));

    @Property(tries = 1000)
    void bytesSplicedIn(@ForAll("spliced") String body) {
        refusedOrAsSigned(body);
    }

    @Property(tries = 700)
    void fieldsReplaced(@ForAll("replaced") Letter letter) {
        refusedOrAsSigned(letter.json());
    }

    @Property(tries = 300)
    void partsOfOneMoved(@ForAll("moved") Letter letter) {
        refusedOrAsSigned(letter.json());
    }

    @Provide
    Arbitrary<String> spliced() {
        return Combinators.combine(
                        Arbitraries.of(SIGNED.json(), OLD_STYLE.json()),
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(FRAGMENTS))
                .as((text, at, length, fragment) -> {
                    int from = at % text.length();
                    return text.substring(0, from) + fragment + text.substring(Math.min(text.length(), from + length));
                });
    }

    @Provide
    Arbitrary<Letter> replaced() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(FIELDS).map(SIGNED::text),
                Arbitraries.of("1", "2", "Notification", "SubscriptionConfirmation", "2026-11-20T09:31:12.101Z"));
        return Combinators.combine(
                        Arbitraries.of(SIGNED, OLD_STYLE), Arbitraries.of(FIELDS), texts, Arbitraries.of(FIELDS), texts)
                .as((letter, one, text, other, another) ->
                        letter.with(one, text).with(other, another));
    }

    /** From the end of a field to the beginning of the next, as if a line ended elsewhere. */
    @Provide
    Arbitrary<Letter> moved() {
        return Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of(FIELDS),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.of("", "\n", "\nMessageId\n", "\nSubject\n", "\nTimestamp\n"))
                .as((from, to, at, between) -> {
                    String text = SIGNED.text(from);
                    int cut = at % (text.length() + 1);
                    return SIGNED.with(from, text.substring(0, cut))
                            .with(to, text.substring(cut) + between + SIGNED.text(to));
                });
    }

    private void refusedOrAsSigned(String body) {
        SnsMessage opened;
        try {
            opened = bench.open(body);
        } catch (MalformedPayload | UntrustedMessage | ForeignTopic | CannotTellNow e) {
            assertThat(e).hasMessageNotContaining("Exception");
            return;
        }
        assertThat(opened).isEqualTo(original);
        assertThat(adapter.read((SnsMessage.Notification) opened).intents())
                .extracting(ScalingIntent::pool)
                .containsExactly("web");
    }
}
