package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private static final String OTHERS = "told to those only who may see every pool that it was about";

    /** As much of an update as the grant shows; empty if it is about no pool of the grant's. */
    static Optional<UpdateView> of(Update update, Grant grant) {
        List<Resize> seen = update.resizes().stream()
                .filter(resize -> grant.covers(resize.pool()))
                .toList();
        if (seen.size() == update.resizes().size()) {
            return Optional.of(of(update));
        }
        Update part = new Update(
                update.id(),
                seen,
                update.status(),
                update.execution(),
                update.problem().map(problem -> OTHERS),
                update.plannedAt(),
                update.endedAt());
        return Optional.of(part).filter(it -> !it.resizes().isEmpty()).map(UpdateView::of);
    }

    private static UpdateView of(Update update) {
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
