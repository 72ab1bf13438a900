package io.pulumiscale.http;

import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.scaler.StatusView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /history}: every decision, who asked for it and what became of it, the newest first, by the page. */
final class HistoryEndpoint implements Endpoint {
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final StatusView status;
    private final Supplier<PoolCatalog> catalog;
    private final Clock clock;

    HistoryEndpoint(StatusView status, Supplier<PoolCatalog> catalog, Clock clock) {
        this.status = status;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Answer handle(Request request) {
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
        return Answer.ok(page(status.history(query), limit));
    }

    /** A pool that is not configured any more has its history all the same. */
    private Set<String> pools(Request request) {
        Optional<String> pool = request.query("pool");
        if (pool.isPresent()) {
            if (!request.sees(pool.get())) {
                throw Refusal.unknownPool(visible(request));
            }
            return Set.of(pool.get());
        }
        Set<String> all = catalog.get().byName().keySet();
        Set<String> visible = visible(request);
        return visible.equals(all) ? Set.of() : visible;
    }

    private Set<String> visible(Request request) {
        return catalog.get().byName().keySet().stream().filter(request::sees).collect(Collectors.toSet());
    }

    /** One more was asked for: it tells whether there is another page. */
    private static Page page(List<HistoryEntry> entries, int limit) {
        List<EntryView> page = entries.stream().limit(limit).map(EntryView::of).toList();
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
