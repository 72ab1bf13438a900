package io.pulumiscale.doctor;

import java.util.List;
import java.util.function.Supplier;

/**
 * One thing to look at.
 *
 * @param needs names of checks without whose success this one would only repeat what they found
 * @param examination may take its time; what it throws is a finding too
 */
public record Check(String name, List<String> needs, Supplier<Finding> examination) {
    public Check {
        needs = List.copyOf(needs);
    }

    static Check of(String name, Supplier<Finding> examination, String... needs) {
        return new Check(name, List.of(needs), examination);
    }
}
