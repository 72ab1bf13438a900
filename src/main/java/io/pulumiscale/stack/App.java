package io.pulumiscale.stack;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.pulumiscale.model.Pool;
import java.nio.file.Path;
import java.util.List;
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
     * Provisions the topic, every pool and their alarms, and the scaler if it is configured. Sizes are those that the
     * stack remembers, within the present bounds; a pool that is new begins with its initial size.
     *
     * @throws InvalidConfiguration before anything is registered
     */
    public static void stack(Context ctx) {
        stack(ctx, Path.of(""));
    }

    /** @param folder has the project's files: where the engine runs the program */
    static void stack(Context ctx, Path folder) {
        WholeConfig whole =
                WholeConfig.read(ctx.projectName(), ctx.stackName(), ctx.config("pulumiscale")::get, noToken(ctx));
        Optional<PlannedScaler> scaler = PlannedScaler.of(ctx, whole, folder);
        StackConfig config = whole.pools();
        Map<String, Integer> sizes = sizes(config, Remembered.in(ctx).sizes());
        StackResources made = StackResources.register(ctx, config, sizes);
        scaler.ifPresent(planned -> planned.provision(Optional.of(made.topicArn())));
        StackResources.export(ctx, made.topicArn(), made.sizes(), config.digests());
    }

    /** Of the pools alone: all that a scoped run needs. */
    static StackConfig config(Context ctx) {
        Optional<String> pools = ctx.config("pulumiscale").get("pools");
        return StackConfig.read(ctx.projectName(), ctx.stackName(), pools);
    }

    /** The scaler needs one; pools do not. */
    private static List<Fault> noToken(Context ctx) {
        Config own = ctx.config("pulumiscale");
        boolean missing = own.get(ScalerReader.PATH).isPresent()
                && own.get("webhookToken").isEmpty();
        return missing ? List.of(ScalerConfig.NO_TOKEN) : List.of();
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
