package io.pulumiscale.stack;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.Resource;
import io.pulumiscale.model.Pool;
import io.pulumiscale.stack.scaler.ScalerDeployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.LogManager;

/** The whole program: what a person's {@code pulumi up} runs. */
public final class App {
    private static final String NAMESPACE = "pulumiscale";
    private static final String TOKEN = "webhookToken";

    private App() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // the engine shows what the SDK logs; once is enough
        Pulumi.run(App::stack);
    }

    /**
     * Provisions every pool and its alarms, the way of these alarms to the scaler, and the scaler if it is configured. Sizes
     * are those that the stack remembers, within the present bounds; a pool that is new begins with its initial size.
     *
     * @throws InvalidConfiguration before anything is registered
     */
    public static void stack(Context ctx) {
        stack(ctx, Path.of(""));
    }

    /** @param folder has the project's files: where the engine runs the program */
    static void stack(Context ctx, Path folder) {
        List<Fault> faults = new ArrayList<>();
        Optional<Delivery> delivery = DeliveryReader.read(ctx.config(NAMESPACE)::get, faults);
        faults.addAll(noToken(ctx, delivery));
        WholeConfig whole = WholeConfig.read(ctx.projectName(), ctx.stackName(), ctx.config(NAMESPACE)::get, faults);
        Optional<PlannedScaler> scaler = PlannedScaler.of(ctx, whole, folder);
        StackConfig config = whole.pools();
        Map<String, Integer> sizes = sizes(config, Remembered.in(ctx).sizes());
        StackResources made = StackResources.register(ctx, config, sizes);
        StackResources.export(ctx, made.topic().map(AlertTopic::arn), made.sizes(), config.digests());
        List<Resource> reachable = scaler.map(
                        planned -> planned.provision(made.topic().map(AlertTopic::arn)))
                .map(ScalerDeployment::reachable)
                .orElse(List.of());
        made.topic().ifPresent(topic -> deliver(ctx, topic, delivery, reachable));
    }

    /** Of the pools alone: all that a scoped run needs. */
    static StackConfig config(Context ctx) {
        return StackConfig.read(
                ctx.projectName(), ctx.stackName(), ctx.config(NAMESPACE).get("pools"));
    }

    private static void deliver(Context ctx, AlertTopic topic, Optional<Delivery> delivery, List<Resource> reachable) {
        AlertDelivery delivered = new AlertDelivery(StackResources.prefix(ctx), topic);
        if (delivery.isEmpty()) {
            ctx.log().info("pulumiscale:endpoint is not set: alarms go to the topic, and to nobody from there");
        }
        delivery.ifPresent(to -> delivered.subscribe(to, ctx.config(NAMESPACE).require(TOKEN), reachable, ctx.log()));
    }

    /** The scaler needs one, and so does who sends to it; pools do not. */
    private static List<Fault> noToken(Context ctx, Optional<Delivery> delivery) {
        Config own = ctx.config(NAMESPACE);
        boolean missing = (delivery.isPresent() || own.get(ScalerReader.PATH).isPresent())
                && own.get(TOKEN).isEmpty();
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
