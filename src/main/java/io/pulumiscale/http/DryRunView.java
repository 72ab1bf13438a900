package io.pulumiscale.http;

import io.pulumiscale.model.Resize;
import io.pulumiscale.scaler.DryRun;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided.
 *
 * @param type {@code resize}, {@code hold}, {@code approval}: it would wait for one, {@code duplicate}, or {@code none}
 */
record DryRunView(
        String pool,
        String type,
        @Nullable Integer from,
        @Nullable Integer to,
        String reason) {

    static DryRunView of(DryRun run) {
        if (run instanceof DryRun.Decides decides) {
            DecisionView.Sizes sizes = DecisionView.Sizes.of(decides.decision());
            return new DryRunView(
                    decides.decision().pool(),
                    sizes.type(),
                    sizes.from(),
                    sizes.to(),
                    decides.decision().reason());
        }
        if (run instanceof DryRun.AsksFirst asks) {
            Resize resize = asks.resize();
            return new DryRunView(resize.pool(), "approval", resize.from(), resize.to(), resize.reason());
        }
        if (run instanceof DryRun.Repeats repeats) {
            String reason = "received before, as intent " + repeats.earlier();
            return new DryRunView(repeats.pool(), "duplicate", null, null, reason);
        }
        DryRun.Leaves leaves = (DryRun.Leaves) run;
        return new DryRunView(leaves.pool(), "none", null, null, leaves.reason());
    }
}
