package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import io.pulumiscale.model.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The whole program: what a person's {@code pulumi up} runs. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    /**
     * Provisions the topic, every pool and their alarms. Sizes are those that the stack remembers, within the present
     * bounds; a pool that is new begins with its initial size.
     *
     * @throws InvalidConfiguration before anything is registered
     */
    public static void stack(Context ctx) {
        StackConfig config = config(ctx);
        Map<String, Integer> sizes = sizes(config, Remembered.in(ctx).sizes());
        String prefix = prefix(ctx);
        Output<String> topicArn = new AlertTopic(prefix).arn();
        CpuAlarms alarms = new CpuAlarms(prefix, topicArn);
        Map<String, Output<Integer>> applied = new TreeMap<>();
        config.specs().forEach((name, spec) -> {
            PoolComponent pool = PoolComponent.of(spec, sizes.getOrDefault(name, 0), alarms);
            applied.put(name, pool.appliedSize());
        });
        ctx.export(Remembered.SIZES, json(applied));
        ctx.export(Remembered.DIGESTS, Output.of(Remembered.json(config.digests())));
        ctx.export(Remembered.TOPIC_ARN, topicArn);
    }

    static Output<String> json(Map<String, Output<Integer>> sizes) {
        List<String> names = List.copyOf(sizes.keySet());
        return Output.all(List.copyOf(sizes.values()))
                .applyValue(applied -> Remembered.json(
                        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, applied::get))));
    }

    /** Of names that have to be unique in an account. */
    static String prefix(Context ctx) {
        return ctx.projectName() + "-" + ctx.stackName();
    }

    static StackConfig config(Context ctx) {
        Optional<String> pools = ctx.config("pulumiscale").get("pools");
        return StackConfig.read(ctx.projectName(), ctx.stackName(), pools);
    }

    private static Map<String, Integer> sizes(StackConfig config, Map<String, Integer> remembered) {
        Map<String, Integer> sizes = new TreeMap<>();
        config.specs().forEach((name, spec) -> {
            Pool pool = spec.pool();
            sizes.put(name, pool.clamp(remembered.getOrDefault(name, pool.initialSize())));
        });
        return sizes;
    }
}
