package io.pulumiscale.journal;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.SizeChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is past, as far as it is kept. All methods may be called from any thread, and throw {@link JournalException}. */
public interface History {

    /** The newest first. */
    List<HistoryEntry> history(HistoryQuery query);

    /** Empty if there is no such intent, or it is not kept any more. */
    Optional<IntentStory> intent(IntentId id);

    /** The latest decision of each pool. */
    Map<String, Decided> lastDecisions();

    /**
     * Applied resizes of a pool, the oldest first: those that ended at that time or later, at most the {@code limit}
     * newest, and the one before them.
     */
    List<SizeChange> sizes(String pool, Instant since, int limit);

    /** Pools whose last update, withdrawn ones aside, has stalled. */
    Set<String> stalled();
}
