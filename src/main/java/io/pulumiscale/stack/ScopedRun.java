package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import io.pulumiscale.model.Resize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The program, scoped to the pools that are being resized: to be run with exactly their {@link ScaledResource}s as
 * targets. The pools that it does not register stay in the state as they are.
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
        StackResources made = StackResources.register(ctx, config, wanted());
        Map<String, Output<Integer>> sizes = new TreeMap<>();
        remembered.sizes().forEach((pool, size) -> sizes.put(pool, Output.of(size)));
        sizes.putAll(made.sizes());
        StackResources.export(ctx, remembered.topicArn().map(Output::of), sizes, remembered.digests());
    }

    private Map<String, Integer> wanted() {
        return resizes.stream().collect(Collectors.toMap(Resize::pool, Resize::to));
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
                    Set.copyOf(stale),
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
