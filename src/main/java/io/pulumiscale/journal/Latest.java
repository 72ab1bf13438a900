package io.pulumiscale.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** At most so many entries: the one that came first goes first. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int capacity;

    Latest(int capacity) {
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
    }
}
