package io.pulumiscale.simulate;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts into the journal what webhooks would, and knows what fires. */
final class Mailbox {
    private final Journal journal;
    private final Map<Key, Fire> firing = new HashMap<>();
    private long last;

    private record Key(String pool, String alert) {}

    private record Fire(Instant since, Change change) {}

    Mailbox(Journal journal) {
        this.journal = journal;
    }

    /** Whether an alert asks for more. */
    boolean wantsMore(String pool) {
        return firing.entrySet().stream()
                .anyMatch(it -> it.getKey().pool().equals(pool)
                        && it.getValue().change().from(100) > 100);
    }

    /** What is measured is none of it. */
    void put(Occurrence occurrence) {
        if (occurrence instanceof Occurrence.Fires fires) {
            put(fires);
        } else if (occurrence instanceof Occurrence.Ends ends) {
            firing.remove(new Key(ends.pool(), ends.alert()));
            AlertEnd end = new AlertEnd(key(ends.pool(), ends.alert()), ends.pool(), Source.ALERTMANAGER, ends.at());
            journal.append(List.of(), List.of(end), ends.at());
        } else if (occurrence instanceof Occurrence.Asked asked) {
            String reason = "%s, %s"
                    .formatted(asked.reason().orElse("by hand"), asked.change().text());
            append(asked, asked.change(), Source.MANUAL, reason, Optional.empty(), "request-" + (last + 1));
        }
    }

    private void put(Occurrence.Fires fires) {
        String key = key(fires.pool(), fires.alert());
        Fire fire = firing.computeIfAbsent(
                new Key(fires.pool(), fires.alert()), it -> new Fire(fires.at(), fires.change()));
        append(
                fires,
                fires.change(),
                Source.ALERTMANAGER,
                "%s firing, %s".formatted(fires.alert(), fires.change().text()),
                Optional.of(new Firing(key, fire.since())),
                key + "@" + fire.since());
    }

    private void append(
            Occurrence of, Change change, Source source, String reason, Optional<Firing> alert, String deduplication) {
        IntentId id = new IntentId("%012x%012x".formatted(of.at().toEpochMilli(), ++last));
        journal.append(
                List.of(new ScalingIntent(id, of.pool(), change, source, reason, alert, deduplication, of.at())),
                List.of(),
                of.at());
    }

    private static String key(String pool, String alert) {
        return pool + "/" + alert;
    }
}
