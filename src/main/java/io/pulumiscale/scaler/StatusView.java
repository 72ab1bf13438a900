package io.pulumiscale.scaler;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Update;
import java.util.List;
import java.util.Optional;

/** What can be seen of the scaler. Nothing here waits for an update. */
public interface StatusView {

    /** In the order of the configuration. */
    List<PoolStatus> pools();

    Optional<PoolStatus> pool(String name);

    Readiness readiness();

    /** What keeps everything from being scaled now, for people; things are taken in all the same. */
    Optional<String> problem();

    /** Those that wait for a person's word. */
    List<Approval> approvals();

    /** The one with this id, if it is the latest of its pool, whatever became of it. */
    Optional<Approval> approval(long id);

    /** The newest first, at most {@code limit}. */
    List<Update> updates(int limit);
}
