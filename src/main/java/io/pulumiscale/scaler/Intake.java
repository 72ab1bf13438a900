package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.ScalingIntent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Takes intents in. */
public interface Intake {

    /**
     * Completes when the intents, and which alerts are over, are kept: with one result an intent, in order. Scaling happens
     * afterwards. It fails with a {@link io.pulumiscale.journal.JournalException} where nothing was kept, and with a {@link
     * io.pulumiscale.journal.JournalFull} where too many intents wait already; the sender should try again.
     */
    CompletionStage<List<Appended>> accept(List<ScalingIntent> intents, List<AlertEnd> ends);

    /**
     * What would become of these if they came now: one for each duplicate, and one for each pool that what is new among
     * them names. Nothing is kept.
     *
     * @throws io.pulumiscale.journal.JournalException the journal cannot be read
     */
    List<DryRun> rehearse(List<ScalingIntent> intents, List<AlertEnd> ends);

    /**
     * A person's word for a resize that waits for it. It counts if the approval still waits; see the status of what is
     * given back.
     *
     * @return empty if there is no such approval, or none any more
     * @throws io.pulumiscale.journal.JournalException it was not kept
     */
    Optional<Approval> approve(long approval);

    /**
     * A person's no to a resize that waits for a word. It counts if the approval still waits, also after a restart; see the
     * status of what is given back.
     *
     * @param by who says it, as they say themselves; may be empty
     * @param reason may be empty
     * @return empty if there is no such approval, or none any more
     * @throws io.pulumiscale.journal.JournalException it was not kept
     */
    Optional<Approval> decline(long approval, String reason, String by);

    /**
     * A person's word that alerts and schedules leave a pool alone. It counts when this returns, and after a restart.
     *
     * @throws io.pulumiscale.journal.JournalException it was not kept
     */
    void pause(String pool, Set<Direction> directions, String reason, String by);

    /**
     * Takes such a word back.
     *
     * @throws io.pulumiscale.journal.JournalException it was not
     */
    void resume(String pool, Set<Direction> directions);
}
