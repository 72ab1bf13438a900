package io.pulumiscale.journal;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of intents, decisions and updates. What a method has returned from is kept as safely as the implementation
 * keeps anything. All methods may be called from any thread.
 *
 * <p>Every method throws {@link JournalException} when the record cannot be reached; nothing is then half written.
 */
public interface Journal extends AutoCloseable {

    /** Keeps all new intents, or none. One result an intent, in order. */
    List<Appended> append(List<ScalingIntent> intents);

    /** Accepted and not yet answered by a decision, in order of arrival. */
    List<ScalingIntent> waiting();

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

    /** The latest decision of the pool. */
    Optional<Decision> lastDecision(String pool);

    /** Waits for what is being written. Nothing is to be asked of it afterwards. */
    @Override
    void close();
}
