package io.pulumiscale.http;

import io.pulumiscale.webhook.Stray;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pools that alerts named and that there are not, since the start: most likely a slip in a rule, and a pool that
 * nobody scales. Of many, the ones heard of last. May be used from any thread.
 */
final class UnknownPools {
    private static final int KEPT = 50;

    private final Clock clock;
    private final Map<String, View> heard = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
            return size() > KEPT;
        }
    };

    UnknownPools(Clock clock) {
        this.clock = clock;
    }

    /** Counts the alert. Whether its pool is heard of for the first time. */
    synchronized boolean hear(Stray stray) {
        View view = View.first(stray.pool().orElse(null), clock.instant());
        return heard.merge(stray.pool().orElse(""), view, View::and).alerts() == 1;
    }

    /** The one heard of last first; without {@code known}, which have come to be since. */
    synchronized List<View> unlike(Collection<String> known) {
        List<View> views = new ArrayList<>(heard.values());
        Collections.reverse(views);
        return views.stream()
                .filter(view -> view.pool() == null || !known.contains(view.pool()))
                .toList();
    }

    /**
     * An unknown pool as {@code /pools} shows it; times are ISO 8601 in UTC.
     *
     * @param pool null: the alerts had no label for one
     */
    record View(@Nullable String pool, long alerts, String firstAt, String lastAt) {

        private static View first(@Nullable String pool, Instant now) {
            return new View(pool, 1, now.toString(), now.toString());
        }

        private View and(View another) {
            return new View(pool, alerts + another.alerts, firstAt, another.lastAt);
        }
    }
}
