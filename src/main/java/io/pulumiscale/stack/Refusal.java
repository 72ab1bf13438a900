package io.pulumiscale.stack;

import java.util.Set;

/** Why a scoped run changed nothing. Every refusal comes before anything is registered. */
public sealed interface Refusal {

    /** For people. */
    String reason();

    /** The sizes that were decided from are not those that the stack remembers: decide again from these. */
    record BaseMoved(Remembered now, String reason) implements Refusal {}

    /** The stack was made from other specifications of these pools than this scaler has. */
    record Stale(Remembered now, Set<String> pools, String reason) implements Refusal {
        public Stale {
            pools = Set.copyOf(pools);
        }
    }
}
