package io.pulumiscale.model;

import java.util.List;

/** Leave the pool at its size. */
public record Hold(String pool, int size, String reason, List<IntentId> intents) implements Decision {
    public Hold {
        intents = List.copyOf(intents);
    }
}
