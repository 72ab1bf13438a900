package io.pulumiscale.client;

import java.util.List;
import java.util.stream.Stream;

/** What became of what was sent. */
public record Receipt(List<Taken> accepted, List<Taken> duplicates) {

    /** It is on the scaler's disk. */
    public record Taken(String intent, String pool, String change) {}

    public boolean isRepeated() {
        return accepted.isEmpty();
    }

    /** Of a request for one pool there is one. */
    public Taken taken() {
        return Stream.concat(accepted.stream(), duplicates.stream())
                .findFirst()
                .orElseThrow(() -> CallFailed.refused("the scaler has taken nothing in, and does not say why"));
    }
}
