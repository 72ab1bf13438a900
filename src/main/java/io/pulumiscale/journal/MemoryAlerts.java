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

/** Alerts of the process's lifetime. */
final class MemoryAlerts {
    private final Map<String, Alert> begun = new TreeMap<>();
    private final Map<String, End> ended = new TreeMap<>();

    private record End(Instant endedAt, Instant heardAt) {}

    void fired(ScalingIntent intent) {
        Alert.behind(intent).ifPresent(alert -> begun.merge(alert.key(), alert, Alert::or));
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
        Stream<Alert> all = begun.values().stream().map(this::asItIs);
        return all.filter(alert -> !alert.over()
                        || waitedFor.contains(alert.key())
                        || !alert.endHeardAt().get().isBefore(endedSince))
                .toList();
    }

    private Alert asItIs(Alert begun) {
        return Optional.ofNullable(ended.get(begun.key()))
                .map(end -> begun.endedBy(end.endedAt(), end.heardAt()))
                .orElse(begun);
    }
}
