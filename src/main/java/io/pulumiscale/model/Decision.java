package io.pulumiscale.model;

import java.util.List;

/** What was decided for one pool from the intents that were waiting together. Every decision says why. */
public sealed interface Decision permits Resize, Hold {

    String pool();

    /** For people, e.g. {@code HighCPU firing, +2; capped 9→5 by max}. */
    String reason();

    /** The intents that it answers. */
    List<IntentId> intents();
}
