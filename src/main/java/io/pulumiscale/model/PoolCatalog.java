package io.pulumiscale.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pools of the stack as configured now, in the order of the configuration. */
public record PoolCatalog(Map<String, Pool> byName) {

    public PoolCatalog {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static PoolCatalog of(Collection<Pool> pools) {
        Map<String, Pool> byName = new LinkedHashMap<>();
        pools.forEach(pool -> byName.put(pool.name(), pool));
        return new PoolCatalog(byName);
    }

    public Optional<Pool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The pool whose alarm this is. */
    public Optional<Pool> ofAlarm(String alarmName) {
        return byName.values().stream()
                .filter(pool -> pool.alarms().containsKey(alarmName))
                .findFirst();
    }
}
