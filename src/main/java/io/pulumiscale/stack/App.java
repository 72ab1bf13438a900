package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.pulumiscale.model.Pool;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.LogManager;

/** The whole program: what a person's {@code pulumi up} runs. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // the engine shows what the SDK logs; once is enough
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
        StackResources made = StackResources.register(ctx, config, sizes);
        StackResources.export(ctx, made.topicArn(), made.sizes(), config.digests());
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
