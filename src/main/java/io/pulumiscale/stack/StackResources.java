package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a run has registered: all that pools share, and whole pools, of which there may be fewer than the stack has.
 * Nothing that a registered resource depends on may be left out: the engine would write a state whose parts are in the
 * wrong order, and refuse to read it again (ADR 0004). Pools do not depend on each other.
 *
 * @param sizes of the registered pools
 */
record StackResources(Output<String> topicArn, Map<String, Output<Integer>> sizes) {

    /** @param sizes of the pools to register */
    static StackResources register(Context ctx, StackConfig config, Map<String, Integer> sizes) {
        String prefix = ctx.projectName() + "-" + ctx.stackName();
        Output<String> topicArn = new AlertTopic(prefix).arn();
        CpuAlarms alarms = new CpuAlarms(prefix, topicArn);
        Map<String, Output<Integer>> applied = new TreeMap<>();
        sizes.forEach((name, size) -> config.spec(name).ifPresent(spec -> {
            PoolComponent pool = PoolComponent.of(spec, size);
            pool.watchedBy(alarms);
            applied.put(name, pool.appliedSize());
        }));
        return new StackResources(topicArn, applied);
    }

    /** Exports replace all outputs, in a targeted update too: whatever is not exported here is forgotten. */
    static void export(
            Context ctx, Output<String> topicArn, Map<String, Output<Integer>> sizes, Map<String, String> digests) {
        ctx.export(Remembered.SIZES, json(sizes));
        ctx.export(Remembered.DIGESTS, Output.of(Remembered.json(digests)));
        ctx.export(Remembered.TOPIC_ARN, topicArn);
    }

    private static Output<String> json(Map<String, Output<Integer>> sizes) {
        List<String> names = List.copyOf(sizes.keySet());
        return Output.all(List.copyOf(sizes.values()))
                .applyValue(applied -> Remembered.json(
                        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, applied::get))));
    }
}
