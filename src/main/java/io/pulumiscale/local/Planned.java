package io.pulumiscale.local;

import java.util.Map;
import java.util.TreeMap;

/** What a preview can say of properties that only the real operation will give. */
final class Planned {
    private Planned() {}

    /** Inputs are known, what the cloud adds to them is not. */
    static Map<String, Object> created(Map<String, Object> inputs, Map<String, Object> outputs) {
        var plan = new TreeMap<String, Object>(inputs);
        outputs.keySet().forEach(key -> plan.putIfAbsent(key, Unknown.VALUE));
        return plan;
    }

    /** What the cloud changes by itself is not known; it is a single value or one inside the object's status. */
    static Map<String, Object> updated(Map<String, Object> changed, Map<String, Object> grown) {
        var plan = new TreeMap<String, Object>(grown);
        grown.forEach((key, value) -> {
            if (!Tree.isMap(value) && !value.equals(changed.get(key))) {
                plan.put(key, Unknown.VALUE);
            }
        });
        return plan;
    }
}
