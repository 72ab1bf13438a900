package io.pulumiscale.local;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A resource that exists in the embedded cloud. Values in the maps are strings, booleans, numbers, lists and maps;
 * secrets are in them plainly, as in a real cloud.
 *
 * @param urn of the Pulumi resource that made it
 * @param type token, such as {@code aws:autoscaling/group:Group}
 * @param region of its AWS provider
 * @param name in the cloud; its id if the type has no names
 * @param id by which the provider knows it: an ARN, {@code lt-…}, {@code cluster:nodegroup}, {@code namespace/name}
 * @param inputs as the program gave them last
 * @param properties as they are in the cloud: the inputs, defaults, computed values and drift
 * @param foreign paths that someone other than Pulumi set ({@link EmbeddedCloud#setProperty})
 */
public record CloudResource(
        String urn,
        String type,
        String region,
        String name,
        String id,
        Map<String, Object> inputs,
        Map<String, Object> properties,
        Set<String> foreign) {

    /** The name in the program: the last part of the URN. */
    public String logicalName() {
        return Urn.name(urn);
    }

    ResourceKey key() {
        return new ResourceKey(type, region, id);
    }

    CloudResource drifted(String path, Map<String, Object> newProperties) {
        var paths = new TreeSet<>(foreign);
        paths.add(path);
        return new CloudResource(urn, type, region, name, id, inputs, newProperties, Set.copyOf(paths));
    }

    CloudResource updated(Map<String, Object> newInputs, Map<String, Object> newProperties) {
        var stillForeign = foreign.stream()
                .filter(path -> Tree.at(newInputs, path).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new CloudResource(urn, type, region, name, id, newInputs, newProperties, stillForeign);
    }
}
