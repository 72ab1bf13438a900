package io.pulumiscale.stack;

import io.pulumiscale.model.ScalingRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of {@code pulumiscale:pools}, in JSON with single quotes. */
final class Pools {
    static final String WEB = "kind:'ec2',min:2,max:8,initial:3,imageId:'ami-0abcdef1234567890',subnetIds:['subnet-1']";
    static final String BATCH = "kind:'eks',min:1,max:5,clusterName:'main',"
            + "nodeRoleArn:'arn:aws:iam::123456789012:role/nodes',subnetIds:['subnet-1']";
    static final String WORKERS = "kind:'kubernetes',min:1,max:10,initial:2,image:'registry.example.com/workers:1.0'";
    static final String ALL = json("web:{%s},batch:{%s},workers:{%s}".formatted(WEB, BATCH, WORKERS));

    private Pools() {}

    /** Quotes keys, and turns single quotes into double ones. */
    static String json(String text) {
        return "{"
                + text.replaceAll("(?<=[{,])([A-Za-z]\\w*):|^([A-Za-z]\\w*):", "'$1$2':")
                        .replace('\'', '"') + "}";
    }

    static StackConfig read(String json) {
        return StackConfig.read("pulumiscale", "dev", Optional.of(json));
    }

    /** Of the pool {@code web} with these entries too. */
    static ScalingRules rules(String entries) {
        return read(json("web:{%s}".formatted(with(WEB, entries))))
                .catalog()
                .find("web")
                .orElseThrow()
                .rules();
    }

    /** Likewise. */
    static List<String> faults(String entries) {
        return faults(WEB, entries);
    }

    static List<String> faults(String pool, String entries) {
        try {
            read(json("web:{%s}".formatted(with(pool, entries))));
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }

    static String with(String pool, String entries) {
        return entries.isEmpty() ? pool : pool + "," + entries;
    }

    /** Of one pool. */
    static String digest(String name, String entries) {
        return read(json("%s:{%s}".formatted(name, entries))).digests().getOrDefault(name, "");
    }

    /** The outputs of a stack that was deployed from this configuration, and has these sizes. */
    static Map<String, String> deployed(String json, Map<String, Integer> sizes) {
        return Map.of(
                Remembered.SIZES,
                Remembered.json(sizes),
                Remembered.DIGESTS,
                Remembered.json(read(json).digests()),
                Remembered.TOPIC_ARN,
                MockCloud.TOPIC_ARN);
    }
}
