package io.pulumiscale.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with a payload, so that all of it is told at once. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();

    /** Notes the fault; there is no value then. */
    <T> Optional<T> add(String at, String problem) {
        found.add(new Fault(at, problem));
        return Optional.empty();
    }

    void check() {
        if (!found.isEmpty()) {
            throw new MalformedPayload(found);
        }
    }
}
