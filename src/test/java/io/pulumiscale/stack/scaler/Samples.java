package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A scaler as it may be configured, and a stack for it. */
final class Samples {
    private Samples() {}

    static ScalerSettings settings(Backend backend) {
        return new ScalerSettings(
                "registry.example.com/pulumiscale:1.0",
                List.of(),
                "pulumiscale",
                "ops",
                true,
                backend,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new ScalerSettings.Volume("1Gi", Optional.empty()),
                new ScalerSettings.Resources(Map.of(), Map.of()),
                Optional.empty(),
                new ScalerSettings.Network(List.of(), List.of(), List.of()),
                new ScalerSettings.Monitoring(false, false, Map.of()),
                Optional.empty());
    }

    static Deployed deployed(String token) {
        return new Deployed(
                "shop",
                "prod",
                Optional.empty(),
                Map.of(),
                Output.of(token),
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of(),
                rules());
    }

    static List<PrometheusRule> rules() {
        return List.of(
                rule(
                        "workers",
                        "Backlog",
                        "sum(queue_length{job=\"mail: all\"}) > 1e3",
                        Optional.of("delta"),
                        OptionalInt.of(2)),
                rule("workers", "Idle", "queue_length\n  < 1", Optional.of("scaleIn"), OptionalInt.empty()),
                rule("mails", "Backlog", "queue_length > 5", Optional.empty(), OptionalInt.empty()));
    }

    private static PrometheusRule rule(
            String pool, String name, String expression, Optional<String> action, OptionalInt value) {
        return new PrometheusRule(pool, name, expression, Duration.ofMinutes(5), action, value);
    }
}
