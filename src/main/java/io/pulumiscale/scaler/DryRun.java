package io.pulumiscale.scaler;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;

/** What would be decided about a pool. */
public sealed interface DryRun {

    /** This would be decided at once. */
    record Decides(Decision decision) implements DryRun {}

    /** It would wait for a person's approval. */
    record AsksFirst(Resize resize) implements DryRun {}

    /** It was received before, and would do nothing. */
    record Repeats(String pool, IntentId earlier) implements DryRun {}

    /** Nothing would be decided now; the reason is for people. */
    record Leaves(String pool, String reason) implements DryRun {}
}
