package io.pulumiscale.update;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells from the engine's events how far an update is. */
final class EngineProgress implements Consumer<EngineEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EngineProgress.class);

    private final long update;
    private final Map<String, String> poolByTarget;
    private final Consumer<UpdateProgress> listener;

    /** @param poolByTarget the pools that are resized, by the URN of the resource that has the size */
    EngineProgress(Update update, Map<String, String> poolByTarget, Consumer<UpdateProgress> listener) {
        this.update = update.id();
        this.poolByTarget = Map.copyOf(poolByTarget);
        this.listener = listener;
    }

    @Override
    public void accept(EngineEvent event) {
        if (event.preludeEvent() != null) {
            tell(new UpdateProgress.Begun(update));
        }
        if (event.resourcePreEvent() != null) {
            step(event.resourcePreEvent().metadata(), UpdateProgress.Resizing::new);
        }
        if (event.resourceOutputsEvent() != null) {
            step(event.resourceOutputsEvent().metadata(), UpdateProgress.Resized::new);
        }
        if (event.resourceOperationFailedEvent() != null) {
            step(event.resourceOperationFailedEvent().metadata(), UpdateProgress.NotResized::new);
        }
    }

    void waiting(String reason) {
        tell(new UpdateProgress.Waiting(update, reason));
    }

    private void step(StepEventMetadata step, BiFunction<Long, String, UpdateProgress> kind) {
        if (step.op() == OperationType.UPDATE) {
            Optional.ofNullable(poolByTarget.get(step.urn())).ifPresent(pool -> tell(kind.apply(update, pool)));
        }
    }

    /** The update counts more than the news of it. */
    private void tell(UpdateProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException e) {
            LOG.warn("how far update {} is could not be told: {}", update, e.getMessage());
        }
    }
}
