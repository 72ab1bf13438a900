package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.scaler.StatusView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /history}: every decision, who asked for it and what became of it, the newest first, by the page. */
final class HistoryEndpoint implements PromptEndpoint {
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final StatusView status;
    private final Clock clock;

    HistoryEndpoint(StatusView status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request) {
        request.takesNoQueryBut("pool", "since", "before", "limit");
        int limit = Math.toIntExact(
                request.query("limit").map(it -> number("limit", it, MOST)).orElse((long) STANDARD));
        HistoryQuery query = HistoryQuery.latest(limit + 1).of(pools(request));
        query = request.query("since")
                .map(it -> Times.since(it, clock))
                .map(query::since)
                .orElse(query);
        query = request.query("before")
                .map(it -> number("before", it, Long.MAX_VALUE))
                .map(query::before)
                .orElse(query);
        return Answer.ok(page(status.history(query), limit, request.grant()));
    }

    /** A pool that is not configured any more has its history all the same. */
    private static Set<String> pools(Request request) {
        Optional<Set<String>> visible = request.grant().pools();
        return request.query("pool")
                .map(pool -> {
                    if (!request.grant().covers(pool)) {
                        throw Refusal.unknownPool(visible.orElse(Set.of()));
                    }
                    return Set.of(pool);
                })
                .or(() -> visible)
                .orElse(Set.of());
    }

    /** One more was asked for: it tells whether there is another page. */
    private static Page page(List<HistoryEntry> entries, int limit, Grant grant) {
        List<EntryView> page =
                entries.stream().limit(limit).map(it -> EntryView.of(it, grant)).toList();
        return new Page(page, entries.size() > limit ? page.get(limit - 1).id() : null);
    }

    private static long number(String name, String text, long most) {
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw Refusal.badRequest(
                    most == Long.MAX_VALUE
                            ? "%s is the id of an entry".formatted(name)
                            : "%s is 1 to %d".formatted(name, most));
        }
        return Long.parseLong(text);
    }

    /** @param next what {@code before} is for the next page; null on the last */
    private record Page(List<EntryView> entries, @Nullable Long next) {}
}
