package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.ScalingIntent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest alerts. */
final class MemoryAlerts {
    private final Map<String, Alert> begun;
    private final Map<String, End> ended;

    private record End(Instant endedAt, Instant heardAt) {}

    MemoryAlerts(int capacity) {
        this.begun = new Latest<>(capacity);
        this.ended = new Latest<>(capacity);
    }

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
                .sorted(Comparator.comparing(Alert::key))
                .toList();
    }

    private Alert asItIs(Alert begun) {
        return Optional.ofNullable(ended.get(begun.key()))
                .map(end -> begun.endedBy(end.endedAt(), end.heardAt()))
                .orElse(begun);
    }
}
