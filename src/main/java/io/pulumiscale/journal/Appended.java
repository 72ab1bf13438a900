package io.pulumiscale.journal;

import io.pulumiscale.model.IntentId;

/** What became of an intent that was handed to the journal. */
public sealed interface Appended {

    /** The intent that stands in the journal now. */
    IntentId id();

    /** It is new, and it is kept. */
    record Accepted(IntentId id) implements Appended {}

    /** Its deduplication key is known: nothing was written. {@code id} is the earlier intent's. */
    record Duplicate(IntentId id) implements Appended {}
}
