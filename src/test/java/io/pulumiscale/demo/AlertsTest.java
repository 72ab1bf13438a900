package io.pulumiscale.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.local.LocalSns;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.Source;
import io.pulumiscale.webhook.AlertAdapter;
import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.IntentFactory;
import io.pulumiscale.webhook.ManualAdapter;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.sns.AmazonSns;
import io.pulumiscale.webhook.sns.SnsTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration sends, the scaler understands. */
class AlertsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";
    private static final String ALARM = "pulumiscale-dev-web-cpu-high";
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private static final Pool WEB =
            new Pool("web", PoolKind.EC2, 2, 8, 3, 2, 1, Map.of(ALARM, new Change.Delta(2)), ScalingRules.standard());
    private static final PoolCatalog POOLS = PoolCatalog.of(List.of(WEB));

    @TempDir
    private static Path folder;

    private final LocalSns sns = sns();
    private final Alerts alerts = new Alerts(CLOCK, sns, TOPIC);
    private final IntentFactory intents = new IntentFactory(CLOCK, new SplittableRandom(1));

    @Test
    void anAlarmBySnsAsksForThePoolsOwnStep() {
        SnsMessage message = message(alerts.cloudWatch(ALARM));
        assertThat(message)
                .isInstanceOfSatisfying(
                        SnsMessage.Notification.class,
                        notification -> assertThat(new CloudWatchAdapter(() -> POOLS, intents)
                                        .read(notification)
                                        .intents())
                                .singleElement()
                                .satisfies(intent -> assertIntent(intent, Source.CLOUDWATCH, new Change.Delta(2))));
    }

    @Test
    void anAlertByAlertmanagerAsksForWhatItsAnnotationsSay() {
        byte[] body = bytes(alerts.alertmanager("QueueBacklog", "web", "percent", "-80"));
        assertThat(new AlertAdapter(() -> POOLS, "pool_name", 1_000, intents)
                        .read(body)
                        .intents())
                .singleElement()
                .satisfies(intent -> assertIntent(intent, Source.ALERTMANAGER, new Change.Percent(-80)));
    }

    @Test
    void aPersonsRequestSaysWhy() {
        ScalingIntent intent = new ManualAdapter(intents)
                .read(WEB, bytes(alerts.byHand("set", 4, "tonight's run is large")), Optional.empty());
        assertIntent(intent, Source.MANUAL, new Change.SetTo(4));
        assertThat(intent.reason()).contains("tonight's run is large");
    }

    private SnsMessage message(String body) {
        SnsTrust trust = SnsTrust.standard().withCertificateIn(sns.certificate());
        try (AmazonSns verifier = AmazonSns.trusting(trust, CLOCK)) {
            return new SnsInbox(() -> Optional.of(TOPIC), verifier, CLOCK)
                    .open(bytes(body), header -> Optional.empty());
        }
    }

    private static LocalSns sns() {
        try {
            return LocalSns.of(folder, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertIntent(ScalingIntent intent, Source source, Change change) {
        assertThat(intent.pool()).isEqualTo("web");
        assertThat(intent.source()).isEqualTo(source);
        assertThat(intent.change()).isEqualTo(change);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
