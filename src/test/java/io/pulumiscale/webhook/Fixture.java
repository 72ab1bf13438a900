package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two pools, a clock that stands, and the recorded payloads. */
final class Fixture {
    static final Instant NOW = Instant.parse("2026-11-20T09:32:00Z");
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";
    static final String CPU_HIGH = "pulumiscale-dev-web-cpu-high";
    static final String CPU_LOW = "pulumiscale-dev-web-cpu-low";
    static final String BACKLOG = "pulumiscale-dev-web-backlog";
    static final Pool WEB = new Pool(
            "web",
            PoolKind.EC2,
            1,
            9,
            2,
            3,
            1,
            Map.of(CPU_HIGH, new Change.Delta(3), CPU_LOW, new Change.Delta(-1), BACKLOG, new Change.Percent(50)),
            ScalingRules.standard());
    static final Pool WORKERS =
            new Pool("workers", PoolKind.KUBERNETES, 0, 20, 2, 4, 2, Map.of(), ScalingRules.standard());
    static final PoolCatalog POOLS = PoolCatalog.of(List.of(WEB, WORKERS));

    private Fixture() {}

    static IntentFactory intents() {
        return new IntentFactory(Clock.fixed(NOW, ZoneOffset.UTC), new SplittableRandom(1));
    }

    static AlertAdapter alerts() {
        return new AlertAdapter(() -> POOLS, "pool_name", 1_000, intents());
    }

    static CloudWatchAdapter cloudWatch() {
        return new CloudWatchAdapter(() -> POOLS, intents());
    }

    static ManualAdapter manual() {
        return new ManualAdapter(intents());
    }

    /** Believes everybody. */
    static SnsInbox inbox() {
        return inbox(envelope -> {});
    }

    static SnsInbox inbox(SnsVerifier verifier) {
        return new SnsInbox(() -> Optional.of(TOPIC), verifier, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static SnsMessage.Notification notification(String alarm) {
        return new SnsMessage.Notification("m", TOPIC, NOW, alarm);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String payload(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/payloads/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
