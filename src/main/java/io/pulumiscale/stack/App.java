package io.pulumiscale.stack;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.pulumiscale.model.Pool;
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
     * Provisions every pool and its alarms, and the way of these alarms to the scaler. Sizes are those that the stack
     * remembers, within the present bounds; a pool that is new begins with its initial size.
     *
     * @throws InvalidConfiguration before anything is registered
     */
    public static void stack(Context ctx) {
        List<Fault> faults = new ArrayList<>();
        Optional<Delivery> delivery = delivery(ctx.config(NAMESPACE), faults);
        StackConfig config = config(ctx, faults);
        Map<String, Integer> sizes = sizes(config, Remembered.in(ctx).sizes());
        StackResources made = StackResources.register(ctx, config, sizes);
        StackResources.export(ctx, made.topic().map(AlertTopic::arn), made.sizes(), config.digests());
        made.topic().ifPresent(topic -> deliver(ctx, topic, delivery));
    }

    static StackConfig config(Context ctx, List<Fault> earlier) {
        return StackConfig.read(
                ctx.projectName(), ctx.stackName(), ctx.config(NAMESPACE).get("pools"), earlier);
    }

    private static Optional<Delivery> delivery(Config config, List<Fault> faults) {
        Optional<Delivery> delivery = DeliveryReader.read(config::get, faults);
        if (delivery.isPresent() && config.get(TOKEN).isEmpty()) {
            faults.add(StackConfig.NO_TOKEN);
        }
        return delivery;
    }

    private static void deliver(Context ctx, AlertTopic topic, Optional<Delivery> delivery) {
        AlertDelivery delivered = new AlertDelivery(StackResources.prefix(ctx), topic);
        if (delivery.isEmpty()) {
            ctx.log().info("pulumiscale:endpoint is not set: alarms go to the topic, and to nobody from there");
        }
        delivery.ifPresent(to -> delivered.subscribe(to, ctx.config(NAMESPACE).require(TOKEN), List.of(), ctx.log()));
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
