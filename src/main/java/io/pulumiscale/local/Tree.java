package io.pulumiscale.local;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Nested, unmodifiable property maps, and dotted paths into them such as {@code spec.replicas}. */
final class Tree {
    private Tree() {}

    static boolean isMap(Object value) {
        return value instanceof Map;
    }

    /** The value as a property map; keys of property maps are always strings. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static Optional<Object> at(Map<String, Object> map, String path) {
        return at(map, keys(path));
    }

    static Optional<String> text(Map<String, Object> map, String path) {
        return at(map, path).filter(value -> !Unknown.is(value)).map(Object::toString);
    }

    static Optional<Integer> whole(Map<String, Object> map, String path) {
        return at(map, path).filter(Number.class::isInstance).map(value -> ((Number) value).intValue());
    }

    /** {@code map} with {@code value} at {@code path}; the maps on the way are made where they are missing. */
    static Map<String, Object> with(Map<String, Object> map, String path, Object value) {
        return with(map, keys(path), value);
    }

    /** {@code base} with everything of {@code top} over it, maps merged key by key, anything else replaced. */
    static Map<String, Object> over(Map<String, Object> base, Map<String, Object> top) {
        var merged = new TreeMap<>(base);
        top.forEach((key, value) -> merged.merge(
                key, value, (below, above) -> isMap(below) && isMap(above) ? over(map(below), map(above)) : above));
        return Collections.unmodifiableMap(merged);
    }

    /** {@code actual} with only that changed which differs between {@code before} and {@code after}. */
    static Map<String, Object> changed(
            Map<String, Object> actual, Map<String, Object> before, Map<String, Object> after) {
        var result = new TreeMap<>(actual);
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(result::remove);
        after.forEach((key, value) -> {
            var was = before.get(key);
            var is = actual.get(key);
            if (is != null && was != null && isMap(is) && isMap(was) && isMap(value)) {
                result.put(key, changed(map(is), map(was), map(value)));
            } else if (!value.equals(was)) {
                result.put(key, value);
            }
        });
        return Collections.unmodifiableMap(result);
    }

    /** {@code inputs} with the values that the cloud really has; what the cloud no longer has is left out. */
    static Map<String, Object> observed(Map<String, Object> inputs, Map<String, Object> actual) {
        var result = new TreeMap<String, Object>();
        inputs.forEach((key, value) -> {
            var is = actual.get(key);
            if (is != null) {
                result.put(key, isMap(value) && isMap(is) ? observed(map(value), map(is)) : is);
            }
        });
        return Collections.unmodifiableMap(result);
    }

    private static List<String> keys(String path) {
        return List.of(path.split("\\.", -1));
    }

    private static Optional<Object> at(Map<String, Object> map, List<String> keys) {
        var value = Optional.ofNullable(map.get(keys.get(0)));
        var rest = keys.subList(1, keys.size());
        return rest.isEmpty() ? value : value.filter(Tree::isMap).flatMap(inner -> at(map(inner), rest));
    }

    private static Map<String, Object> with(Map<String, Object> map, List<String> keys, Object value) {
        var result = new TreeMap<>(map);
        var key = keys.get(0);
        var inner = map.get(key);
        var rest = keys.subList(1, keys.size());
        var below = inner != null && isMap(inner) ? map(inner) : Map.<String, Object>of();
        result.put(key, rest.isEmpty() ? value : with(below, rest, value));
        return Collections.unmodifiableMap(result);
    }
}
