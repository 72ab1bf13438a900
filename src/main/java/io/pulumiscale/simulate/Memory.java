package io.pulumiscale.simulate;

import io.pulumiscale.journal.Past;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.ScalingIntent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal remembers, as occurrences. It knows only the last end of an alert: one that fired before counts until it
 * fires again, or until its time to live is over.
 */
public final class Memory {
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<String, Instant> since = new HashMap<>();

    private Memory() {}

    /**
     * Of the pools that there are, in order of time.
     *
     * @throws BadInput there is nothing
     */
    public static List<Occurrence> of(String journal, Past past, PoolCatalog catalog) {
        Memory memory = new Memory();
        past.intents().stream()
                .filter(intent -> catalog.find(intent.pool()).isPresent())
                .forEach(memory::add);
        past.alerts().forEach(memory::end);
        memory.occurrences.sort(Comparator.comparing(Occurrence::at));
        if (memory.occurrences.isEmpty()) {
            throw new BadInput(journal, "nothing came in that time for pools that are configured");
        }
        return memory.occurrences;
    }

    private void add(ScalingIntent intent) {
        intent.firing()
                .ifPresentOrElse(
                        firing -> {
                            Instant before = since.put(firing.alert(), firing.since());
                            if (before != null && !before.equals(firing.since())) {
                                occurrences.add(
                                        new Occurrence.Ends(intent.receivedAt(), intent.pool(), firing.alert()));
                            }
                            occurrences.add(new Occurrence.Fires(
                                    intent.receivedAt(), intent.pool(), firing.alert(), intent.change()));
                        },
                        () -> occurrences.add(new Occurrence.Asked(
                                intent.receivedAt(), intent.pool(), intent.change(), Optional.of(reason(intent)))));
    }

    private void end(Alert alert) {
        Instant last = since.get(alert.key());
        alert.endHeardAt()
                .filter(at -> alert.since().equals(last))
                .ifPresent(at -> occurrences.add(new Occurrence.Ends(at, alert.pool(), alert.key())));
    }

    /** Its change stands at the end of it. */
    private static String reason(ScalingIntent intent) {
        String change = ", " + intent.change().text();
        return intent.reason().endsWith(change)
                ? intent.reason().substring(0, intent.reason().length() - change.length())
                : intent.reason();
    }
}
