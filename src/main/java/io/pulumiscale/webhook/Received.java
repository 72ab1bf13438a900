package io.pulumiscale.webhook;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import java.util.List;

/**
 * What one delivery came to. Every element of it is in exactly one of the lists.
 *
 * @param intents what is wanted now, for pools of this stack only
 * @param resolved alerts that have ended
 * @param ignored what leads to nothing, and why
 * @param strays alerts that are for no pool of this stack
 */
public record Received(
        List<ScalingIntent> intents, List<AlertEnd> resolved, List<Ignored> ignored, List<Stray> strays) {

    public Received {
        intents = List.copyOf(intents);
        resolved = List.copyOf(resolved);
        ignored = List.copyOf(ignored);
        strays = List.copyOf(strays);
    }

    /** Without strays. */
    public Received(List<ScalingIntent> intents, List<AlertEnd> resolved, List<Ignored> ignored) {
        this(intents, resolved, ignored, List.of());
    }

    static Received of(ScalingIntent intent) {
        return new Received(List.of(intent), List.of(), List.of());
    }

    static Received of(AlertEnd resolved) {
        return new Received(List.of(), List.of(resolved), List.of());
    }

    static Received of(Ignored ignored) {
        return ignored(List.of(ignored));
    }

    static Received of(Stray stray) {
        return new Received(List.of(), List.of(), List.of(), List.of(stray));
    }

    static Received ignored(List<Ignored> ignored) {
        return new Received(List.of(), List.of(), ignored);
    }

    /** All of them as one, in order. */
    static Received joined(List<Received> parts) {
        return new Received(
                parts.stream().flatMap(part -> part.intents.stream()).toList(),
                parts.stream().flatMap(part -> part.resolved.stream()).toList(),
                parts.stream().flatMap(part -> part.ignored.stream()).toList(),
                parts.stream().flatMap(part -> part.strays.stream()).toList());
    }
}
