package io.pulumiscale.update;

import io.pulumiscale.model.Update;
import java.util.Optional;
import java.util.Set;

/** Brings a planned update about on the stack. One call at a time; a call may last for minutes. */
public interface StackUpdater {

    /** Never throws for what the engine, the program, a provider or the backend does: each is an outcome. */
    Outcome run(Update update);

    /**
     * What the stack remembers now.
     *
     * @throws StackUnreachable the backend or the engine did not answer; trying again later is right
     */
    StackState read();

    /** Of the engine that carries updates out. */
    default Optional<String> engineVersion() {
        return Optional.empty();
    }

    /**
     * What the stack's state has of the pools' resources.
     *
     * @throws StackUnreachable the backend or the engine did not answer; trying again later is right
     */
    Checkpoint checkpoint();

    /**
     * Asks the providers how operations on these pools have ended that were begun and not finished, and writes that into
     * the state. Never throws for what the engine, a provider or the backend does.
     */
    Refreshed refresh(Set<String> pools);

    /** Ends the update that is running, cleanly if it can be, and begins no other. From any thread; takes a while. */
    default void stop() {}
}
