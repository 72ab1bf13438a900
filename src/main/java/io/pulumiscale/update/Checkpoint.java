package io.pulumiscale.update;

import io.pulumiscale.model.Resize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the stack's state has of the pools' resources, as opposed to what its outputs remember. The two differ after an
 * update that ended between a resource's step and the outputs.
 *
 * @param sizes of the resources, by pool
 * @param interrupted pools with an operation that was begun and of which nobody knows how it ended
 * @param others the same of resources that are no pool's own, as the engine names them
 */
public record Checkpoint(Map<String, Integer> sizes, Set<String> interrupted, List<String> others) {
    public Checkpoint {
        sizes = Map.copyOf(sizes);
        interrupted = Set.copyOf(interrupted);
        others = List.copyOf(others);
    }

    /** Whether the pool's resource is as it was before, for certain. */
    boolean untouched(Resize resize) {
        return Integer.valueOf(resize.from()).equals(sizes.get(resize.pool())) && !interrupted.contains(resize.pool());
    }
}
