package io.pulumiscale.http;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as {@code /history} shows it; times are ISO 8601 in UTC.
 *
 * @param type {@code resize} or {@code hold}
 * @param intents how many it answers
 * @param asked by whom, the first of them, as far as they are still kept
 * @param update which carries it out, null for a hold
 */
record EntryView(
        long id,
        String at,
        String pool,
        String type,
        int from,
        int to,
        String reason,
        int intents,
        List<IntentView> asked,
        @Nullable UpdateView update) {

    private static final int TOLD = 20;

    static EntryView of(HistoryEntry entry, Grant grant) {
        Decided decided = entry.decided();
        DecisionView.Sizes sizes = DecisionView.Sizes.of(decided.decision());
        return new EntryView(
                decided.id(),
                decided.at().toString(),
                decided.decision().pool(),
                sizes.type(),
                sizes.from(),
                sizes.to(),
                decided.decision().reason(),
                decided.decision().intents().size(),
                entry.intents().stream().limit(TOLD).map(IntentView::of).toList(),
                entry.update().flatMap(update -> UpdateView.of(update, grant)).orElse(null));
    }
}
