package io.pulumiscale.http;

import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update as {@code /pools} shows it; times are ISO 8601 in UTC. */
record UpdateView(
        long id,
        String status,
        String message,
        int attempts,
        @Nullable String problem,
        String plannedAt,
        @Nullable String endedAt) {

    static List<UpdateView> of(List<Update> updates) {
        return updates.stream().map(UpdateView::of).toList();
    }

    private static UpdateView of(Update update) {
        return new UpdateView(
                update.id(),
                update.status().name(),
                update.message(),
                update.attempts(),
                update.problem().orElse(null),
                update.plannedAt().toString(),
                update.endedAt().map(Instant::toString).orElse(null));
    }
}
