package io.pulumiscale.http;

import io.pulumiscale.model.UpdateProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far an update is, as listeners are told.
 *
 * @param stage {@code waiting} for the stack's lock, {@code begun}, and for each pool {@code resizing}, then
 *     {@code resized} or {@code notResized}
 */
record ProgressView(
        long update,
        String stage,
        @Nullable String pool,
        @Nullable String reason) {

    static Event event(UpdateProgress progress) {
        ProgressView view = of(progress);
        return view.pool() == null ? Event.of("progress", view) : Event.about(view.pool(), "progress", view);
    }

    private static ProgressView of(UpdateProgress progress) {
        if (progress instanceof UpdateProgress.Waiting waiting) {
            return new ProgressView(waiting.update(), "waiting", null, waiting.reason());
        }
        if (progress instanceof UpdateProgress.Resizing resizing) {
            return new ProgressView(resizing.update(), "resizing", resizing.pool(), null);
        }
        if (progress instanceof UpdateProgress.Resized resized) {
            return new ProgressView(resized.update(), "resized", resized.pool(), null);
        }
        if (progress instanceof UpdateProgress.NotResized notResized) {
            return new ProgressView(notResized.update(), "notResized", notResized.pool(), null);
        }
        return new ProgressView(progress.update(), "begun", null, null);
    }
}
