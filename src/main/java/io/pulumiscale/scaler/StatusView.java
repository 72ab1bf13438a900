package io.pulumiscale.scaler;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Update;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen of the scaler. Nothing here waits for an update. Everything but {@link #readiness} throws
 * {@link io.pulumiscale.journal.JournalException} when the journal cannot be read.
 */
public interface StatusView {

    /** In the order of the configuration. */
    List<PoolStatus> pools();

    Optional<PoolStatus> pool(String name);

    Readiness readiness();

    /** What keeps everything from being scaled now, for people; things are taken in all the same. */
    Optional<String> problem();

    /** Where people see the stack's history, with the number of an update after {@code /updates/}; some backends have none. */
    Optional<URI> stackPage();

    /** Those that wait for a person's word. */
    List<Approval> approvals();

    /** The one with this id, if it is the latest of its pool, or the latest that was declined; whatever became of it. */
    Optional<Approval> approval(long id);

    /** The newest first, at most {@code limit}. */
    List<Update> updates(int limit);

    /** What waits to be decided. */
    Backlog backlog();

    /** The update that is under way, by this scaler or another; what it waits for is its problem. */
    Optional<Update> underWay();

    /** The size of a pool over time, the oldest first, at most some thousand points. */
    List<SizePoint> sizes(String pool, Instant since);

    /** The newest first. */
    List<HistoryEntry> history(HistoryQuery query);

    /** Empty if there is no such intent, or it is not kept any more. */
    Optional<IntentStory> intent(IntentId id);
}
