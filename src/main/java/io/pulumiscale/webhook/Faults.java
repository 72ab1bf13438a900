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

    boolean none() {
        return found.isEmpty();
    }

    /** What is wrong as what is ignored, where there is something else to go on with. */
    List<Ignored> ignored() {
        return Ignored.of(found);
    }

    void check() {
        if (!none()) {
            throw new MalformedPayload(found);
        }
    }
}
