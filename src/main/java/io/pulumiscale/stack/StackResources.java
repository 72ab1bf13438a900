package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a run has registered: whole pools, of which there may be fewer than the stack has, and what they depend on.
 * Nothing that a registered resource depends on may be left out: the engine would write a state whose parts are in the
 * wrong order, and refuse to read it again (ADR 0004). Pools do not depend on each other.
 *
 * @param topic that the alarms of the registered pools act on; empty if none of them is on AWS
 * @param sizes of the registered pools
 */
record StackResources(Optional<AlertTopic> topic, Map<String, Output<Integer>> sizes) {

    /** @param sizes of the pools to register */
    static StackResources register(Context ctx, StackConfig config, Map<String, Integer> sizes) {
        String prefix = prefix(ctx);
        Map<String, PoolSpec> specs = new TreeMap<>();
        sizes.keySet().forEach(name -> config.spec(name).ifPresent(spec -> specs.put(name, spec)));
        boolean onAws =
                specs.values().stream().anyMatch(spec -> spec.pool().kind().onAws());
        Optional<AlertTopic> topic = onAws ? Optional.of(new AlertTopic(prefix)) : Optional.empty();
        Map<String, Output<Integer>> applied = new TreeMap<>();
        specs.forEach((name, spec) -> {
            PoolComponent pool =
                    PoolComponent.of(spec, sizes.getOrDefault(name, spec.pool().initialSize()));
            topic.ifPresent(acted -> pool.watchedBy(new PoolAlarms(prefix, acted.arn())));
            applied.put(name, pool.appliedSize());
        });
        return new StackResources(topic, applied);
    }

    /** What the names of the stack's alarms, its topic and its queue begin with. */
    static String prefix(Context ctx) {
        return ctx.projectName() + "-" + ctx.stackName();
    }

    /** Exports replace all outputs, in a targeted update too: whatever is not exported here is forgotten. */
    static void export(
            Context ctx,
            Optional<Output<String>> topicArn,
            Map<String, Output<Integer>> sizes,
            Map<String, String> digests) {
        ctx.export(Remembered.SIZES, json(sizes));
        ctx.export(Remembered.DIGESTS, Output.of(Remembered.json(digests)));
        topicArn.ifPresent(arn -> ctx.export(Remembered.TOPIC_ARN, arn));
    }

    private static Output<String> json(Map<String, Output<Integer>> sizes) {
        List<String> names = List.copyOf(sizes.keySet());
        return Output.all(List.copyOf(sizes.values()))
                .applyValue(applied -> Remembered.json(
                        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, applied::get))));
    }
}
