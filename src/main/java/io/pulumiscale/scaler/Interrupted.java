package io.pulumiscale.scaler;

import io.pulumiscale.update.Checkpoint;
import io.pulumiscale.update.Refreshed;
import io.pulumiscale.update.UpdateRunner;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs operations that a dead engine has begun: the providers are asked how they ended. */
final class Interrupted {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupted.class);

    private final UpdateRunner updater;
    private List<String> told = List.of();

    Interrupted(UpdateRunner updater) {
        this.updater = updater;
    }

    /** Those of pools are repaired; those of other resources are a person's, and told once. */
    Refreshed repair(Checkpoint state) {
        if (!state.others().isEmpty() && !state.others().equals(told)) {
            told = state.others();
            LOG.warn("operations of others were interrupted; run `pulumi refresh`: {}", String.join(", ", told));
        }
        if (state.interrupted().isEmpty()) {
            return new Refreshed.Done();
        }
        LOG.warn("an operation on {} was interrupted; its provider is asked how it ended", state.interrupted());
        return updater.refresh(state.interrupted());
    }
}
