package io.pulumiscale.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.it.Cloud;
import io.pulumiscale.it.Sender;
import io.pulumiscale.it.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The size of each pool, from three that should agree; -1 where there is none.
 *
 * @param outputs what the stack remembers
 * @param resources what the stack's state says of the resource
 * @param cloud what the cloud has
 */
record Sizes(Map<String, Integer> outputs, Map<String, Integer> resources, Map<String, Integer> cloud) {

    static Sizes of(World world, Collection<String> pools) {
        JsonNode state = world.person().state();
        return new Sizes(
                byPool(pools, pool -> output(state, pool)),
                byPool(pools, pool -> resource(state, pool)),
                byPool(pools, pool -> Cloud.size(world, pool)));
    }

    /** @param possible what the journal leads to */
    List<String> discrepancies(Map<String, Set<Integer>> possible) {
        List<String> found = new ArrayList<>();
        new TreeMap<>(possible).forEach((pool, journal) -> {
            int output = outputs.getOrDefault(pool, -1);
            int resource = resources.getOrDefault(pool, -1);
            int there = cloud.getOrDefault(pool, -1);
            if (output != resource || resource != there || !journal.contains(there)) {
                found.add(
                        "%s is %d in the cloud, %d in the stack's resource, %d in the stack's outputs, %s in the journal"
                                .formatted(pool, there, resource, output, journal));
            }
        });
        return found;
    }

    private static Map<String, Integer> byPool(Collection<String> pools, Function<String, Integer> size) {
        Map<String, Integer> sizes = new TreeMap<>();
        pools.forEach(pool -> sizes.put(pool, size.apply(pool)));
        return sizes;
    }

    /** Structured outputs are JSON in text. */
    private static int output(JsonNode state, String pool) {
        return resources(state).stream()
                .filter(resource -> resource.path("type").asText().equals("pulumi:pulumi:Stack"))
                .map(resource -> resource.path("outputs").path("sizes").asText())
                .mapToInt(sizes -> Sender.read(sizes).path(pool).asInt(-1))
                .findFirst()
                .orElse(-1);
    }

    private static int resource(JsonNode state, String pool) {
        return resources(state).stream()
                .filter(resource -> resource.path("urn").asText().endsWith("::" + pool))
                .filter(resource ->
                        Cloud.SIZE_PROPERTIES.containsKey(resource.path("type").asText()))
                .mapToInt(Sizes::resource)
                .findFirst()
                .orElse(-1);
    }

    private static int resource(JsonNode resource) {
        String path = Cloud.SIZE_PROPERTIES.getOrDefault(resource.path("type").asText(), "");
        return resource.path("outputs").at("/" + path.replace('.', '/')).asInt(-1);
    }

    private static List<JsonNode> resources(JsonNode state) {
        return StreamSupport.stream(state.path("resources").spliterator(), false)
                .toList();
    }
}
