package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.EngineRecord;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The record of intents, decisions and updates. What a method has returned from is kept as safely as the implementation
 * keeps anything. All methods may be called from any thread.
 *
 * <p>Every method throws {@link JournalException} when the record cannot be reached; nothing is then half written.
 */
public interface Journal extends History, Outbox, EngineRecord, AutoCloseable {

    /**
     * Keeps all new intents and the alerts behind them, and that alerts are over; or nothing. One result an intent, in
     * order.
     *
     * @param at when the ends were heard of
     */
    default List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at) {
        return append(intents, ends, at, Integer.MAX_VALUE);
    }

    /**
     * The same, unless more than {@code mostWaiting} intents would wait then. What brings nothing new finds room always.
     *
     * @throws JournalFull nothing was kept
     */
    List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting);

    /**
     * The same for callers that do not wait: what is given back completes when it is durable, with what {@link #append}
     * returns or throws. Whatever depends on it must not block.
     */
    default CompletionStage<List<Appended>> appendAsync(
            List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        try {
            return CompletableFuture.completedStage(append(intents, ends, at, mostWaiting));
        } catch (JournalException | JournalFull e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Of these deduplication keys those that are known, with the intent that has each. */
    Map<String, IntentId> known(Collection<String> keys);

    /** Accepted and not yet answered by a decision, in order of arrival. */
    List<ScalingIntent> waiting();

    /** Alerts that fire, those whose end was heard of at that time or later, and those behind intents that wait. */
    List<Alert> alerts(Instant endedSince);

    /** What cooldowns count from, by pool; pools that were never resized have none. */
    Map<String, PoolHistory> histories();

    /** Answers the decision's intents with it. */
    void hold(Hold decision, Instant at);

    /** Writes the sizes down before anything is done (write-ahead) and answers the resizes' intents with them. */
    Update plan(List<Resize> resizes, Instant at);

    /** Replaces what is known of the update with this id. */
    void save(Update update);

    /** Ends the update as withdrawn and makes its intents wait again. */
    void withdraw(Update update, String why, Instant at);

    /** Planned or running as far as is known, the oldest first: under way, or left by a process that died. */
    List<Update> unfinished();

    /** The newest first. */
    List<Update> updates(int limit);

    /** Asks for a person's word. Whatever was asked before about this pool is outdated. */
    Approval ask(Resize resize, Instant at, Instant expiresAt);

    /**
     * A person's word. It counts if the approval still waits; see the status of what is given back.
     *
     * @return empty if there is no such approval
     */
    Optional<Approval> approve(long approval, Instant now);

    /**
     * A person's no. It counts if the approval still waits, and is in the history then; see the status of what is given
     * back. Of a yes and a no at once one counts.
     *
     * @return empty if there is no such approval
     */
    Optional<Approval> decline(long approval, Declined word);

    /** Nobody's word is needed any more; without effect if the approval is closed already. */
    void close(Approval approval, ApprovalStatus how);

    /** The latest approval of each pool, and its latest that was declined; the newest first. */
    List<Approval> approvals();

    /** Until another word; a later one about the same pool and direction replaces an earlier one. */
    void pause(List<Pause> pauses);

    /** Takes back what was paused here; without effect where nothing was. */
    void resume(String pool, Set<Direction> directions);

    /** All that count, by pool and direction. */
    List<Pause> pauses();

    /**
     * Who decides. What a decision writes (holds, plans, updates, questions to people) is refused in another's tenure;
     * intents, alerts and people's words never are.
     */
    default Lease lease() {
        return Lease.sole();
    }

    /** Waits for what is being written, and gives up the lease. Nothing is to be asked of it afterwards. */
    @Override
    void close();
}
