package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.ScalingIntent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts of the process's lifetime. */
final class MemoryAlerts {
    private final Map<String, ScalingIntent> begun = new TreeMap<>();
    private final Map<String, End> ended = new TreeMap<>();

    private record End(Instant endedAt, Instant heardAt) {}

    void fired(ScalingIntent intent) {
        intent.firing()
                .ifPresent(firing -> begun.merge(
                        firing.alert(), intent, (known, now) -> since(now).isAfter(since(known)) ? now : known));
    }

    void ended(AlertEnd end, Instant heardAt) {
        ended.merge(
                end.alert(),
                new End(end.endedAt(), heardAt),
                (known, now) -> now.endedAt().isAfter(known.endedAt()) ? now : known);
    }

    List<Alert> list(Instant endedSince, Collection<ScalingIntent> waiting) {
        Set<String> waitedFor = waiting.stream()
                .flatMap(intent -> intent.firing().stream())
                .map(Firing::alert)
                .collect(Collectors.toSet());
        Stream<Alert> all = begun.entrySet().stream().map(entry -> alert(entry.getKey(), entry.getValue()));
        return all.filter(alert -> !alert.over()
                        || waitedFor.contains(alert.key())
                        || !alert.endHeardAt().get().isBefore(endedSince))
                .toList();
    }

    private Alert alert(String key, ScalingIntent intent) {
        @Nullable End end = ended.get(key);
        Optional<Instant> over = Optional.ofNullable(end)
                .filter(it -> !it.endedAt().isBefore(since(intent)))
                .map(End::heardAt);
        return new Alert(
                key,
                intent.pool(),
                intent.change(),
                intent.source(),
                intent.reason(),
                since(intent),
                intent.receivedAt(),
                over);
    }

    private static Instant since(ScalingIntent intent) {
        return intent.firing().map(Firing::since).orElse(Instant.MIN);
    }
}
