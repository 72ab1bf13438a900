package io.pulumiscale.journal;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The latest word about each pool and direction. Not for several threads at once. */
final class MemoryPauses {
    private final Map<String, Map<Direction, Pause>> ofPool = new TreeMap<>();

    void pause(Pause pause) {
        ofPool.computeIfAbsent(pause.pool(), pool -> new TreeMap<>()).put(pause.direction(), pause);
    }

    void resume(String pool, Set<Direction> directions) {
        ofPool.getOrDefault(pool, Map.of()).keySet().removeIf(directions::contains);
    }

    List<Pause> list() {
        return ofPool.values().stream().flatMap(it -> it.values().stream()).toList();
    }
}
