package io.pulumiscale.http;

import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update as {@code /pools} shows it; times are ISO 8601 in UTC.
 *
 * @param seconds from the first try to the end
 */
record UpdateView(
        long id,
        String status,
        String message,
        int attempts,
        @Nullable String problem,
        @Nullable String engineVersion,
        @Nullable Integer stackVersion,
        String plannedAt,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable Double seconds) {

    static List<UpdateView> of(List<Update> updates) {
        return updates.stream().map(UpdateView::of).toList();
    }

    static UpdateView of(Update update) {
        return new UpdateView(
                update.id(),
                update.status().name(),
                update.message(),
                update.attempts(),
                update.problem().orElse(null),
                update.execution().engineVersion().orElse(null),
                update.execution().stackVersion().orElse(null),
                update.plannedAt().toString(),
                update.execution().startedAt().map(Instant::toString).orElse(null),
                update.endedAt().map(Instant::toString).orElse(null),
                update.duration().map(it -> it.toMillis() / 1000.0).orElse(null));
    }
}
