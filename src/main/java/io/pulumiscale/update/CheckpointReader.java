package io.pulumiscale.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds pools in an exported deployment. */
final class CheckpointReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, PoolResource> byUrn;

    /** @param byUrn the resources that have the sizes of the pools that are configured */
    CheckpointReader(Map<String, PoolResource> byUrn) {
        this.byUrn = Map.copyOf(byUrn);
    }

    Checkpoint read(Map<String, Object> deployment) {
        JsonNode root = JSON.valueToTree(deployment);
        Map<String, Integer> sizes = new HashMap<>();
        root.path("resources").forEach(resource -> addSize(resource, sizes));
        Set<String> interrupted = new HashSet<>();
        List<String> others = new ArrayList<>();
        for (JsonNode operation : root.path("pending_operations")) {
            String urn = operation.at("/resource/urn").asText();
            PoolResource pool = byUrn.get(urn);
            if (pool == null) {
                others.add("%s %s".formatted(operation.path("type").asText(), urn));
            } else {
                interrupted.add(pool.pool());
            }
        }
        return new Checkpoint(sizes, interrupted, others);
    }

    /** The outputs: an update that a provider applied and then called failed leaves the inputs as they were. */
    private void addSize(JsonNode resource, Map<String, Integer> sizes) {
        PoolResource pool = byUrn.get(resource.path("urn").asText());
        if (pool == null) {
            return;
        }
        JsonNode size = resource.path("outputs").at("/" + pool.sizeProperty().replace('.', '/'));
        if (size.isNumber()) {
            sizes.put(pool.pool(), size.intValue());
        }
    }

    /** @param sizeProperty its path among the outputs, with dots */
    record PoolResource(String pool, String sizeProperty) {}
}
