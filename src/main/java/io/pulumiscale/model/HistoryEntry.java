package io.pulumiscale.model;

import java.util.List;
import java.util.Optional;

/**
 * A decision, who asked for it, and what became of it.
 *
 * @param intents that it answers, in their order, as far as they are still kept
 * @param update which carries it out; empty for a hold
 */
public record HistoryEntry(Decided decided, List<ScalingIntent> intents, Optional<Update> update) {
    public HistoryEntry {
        intents = List.copyOf(intents);
    }
}
