package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import io.pulumiscale.model.Resize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The program, scoped to the pools that are being resized: to be run with exactly their {@link ScaledResource}s as
 * targets. What it does not register stays in the state as it is.
 *
 * <p>It runs under the stack's lock and compares before it sets: if a size has moved since it was decided from, or a
 * pool was made from another specification, it throws before anything is registered, and {@link #refusal} says which.
 */
public final class ScopedRun implements Consumer<Context> {
    private final List<Resize> resizes;
    private volatile @Nullable Refusal refusal;

    public ScopedRun(List<Resize> resizes) {
        this.resizes = List.copyOf(resizes);
    }

    /** After the run: why it changed nothing, if it was this program that refused. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void accept(Context ctx) {
        StackConfig config = App.config(ctx);
        Remembered remembered = Remembered.in(ctx);
        refuseIfStale(config, remembered);
        refuseIfMoved(remembered);
        CpuAlarms alarms =
                new CpuAlarms(App.prefix(ctx), Output.of(remembered.topicArn().orElse("")));
        export(ctx, remembered, applied(config, remembered, alarms));
    }

    /** Alarms are not targets, but they depend on one: left out, the engine would take them for deleted. */
    private Map<String, Output<Integer>> applied(StackConfig config, Remembered remembered, CpuAlarms alarms) {
        Map<String, Output<Integer>> sizes = new TreeMap<>();
        remembered.sizes().forEach((pool, size) -> sizes.put(pool, Output.of(size)));
        resizes.forEach(resize -> config.spec(resize.pool())
                .map(spec -> PoolComponent.of(spec, resize.to(), alarms))
                .ifPresent(pool -> sizes.put(resize.pool(), pool.appliedSize())));
        return sizes;
    }

    /** Exports replace all outputs, in a targeted update too. */
    private static void export(Context ctx, Remembered remembered, Map<String, Output<Integer>> sizes) {
        ctx.export(Remembered.SIZES, App.json(sizes));
        ctx.export(Remembered.DIGESTS, Output.of(Remembered.json(remembered.digests())));
        remembered.topicArn().ifPresent(arn -> ctx.export(Remembered.TOPIC_ARN, Output.of(arn)));
    }

    private void refuseIfStale(StackConfig config, Remembered remembered) {
        Map<String, String> own = config.digests();
        List<String> stale = resizes.stream()
                .map(Resize::pool)
                .filter(pool -> !own.containsKey(pool)
                        || !own.get(pool).equals(remembered.digests().get(pool)))
                .toList();
        if (!stale.isEmpty()) {
            refuse(new Refusal.Stale(
                    remembered,
                    "the stack was deployed with another configuration of %s than this scaler has; run `pulumi up`, or give the scaler the deployed configuration"
                            .formatted(String.join(", ", stale))));
        }
    }

    private void refuseIfMoved(Remembered remembered) {
        String moved = resizes.stream()
                .filter(resize -> !Integer.valueOf(resize.from())
                        .equals(remembered.sizes().get(resize.pool())))
                .map(resize -> "%s was decided from %d and is %s"
                        .formatted(
                                resize.pool(), resize.from(), remembered.sizes().get(resize.pool())))
                .collect(Collectors.joining("; "));
        if (!moved.isEmpty()) {
            refuse(new Refusal.BaseMoved(remembered, moved));
        }
    }

    private void refuse(Refusal why) {
        refusal = why;
        throw new RunException(why.reason());
    }
}
