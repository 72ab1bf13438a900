package io.pulumiscale.model;

import java.util.List;

/**
 * What became of an intent.
 *
 * @param waiting no decision answers it yet, or none any more: the update was withdrawn
 * @param decisions that it went into, the newest first; the first answers it, unless it waits
 */
public record IntentStory(ScalingIntent intent, boolean waiting, List<HistoryEntry> decisions) {
    public IntentStory {
        decisions = List.copyOf(decisions);
    }
}
