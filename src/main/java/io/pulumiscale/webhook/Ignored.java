package io.pulumiscale.webhook;

import java.util.List;

/**
 * An element of a delivery that leads to nothing.
 *
 * @param at its path, e.g. {@code alerts[1]}
 * @param reason for people
 */
public record Ignored(String at, String reason) {

    static List<Ignored> of(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Ignored(fault.at(), fault.problem()))
                .toList();
    }
}
