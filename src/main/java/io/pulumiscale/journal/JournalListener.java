package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import java.util.List;

/**
 * Is told what this process has written into the journal, after it is kept. On whatever thread wrote it, which waits: it
 * has to be quick.
 */
public interface JournalListener {

    /** One result an intent, in order. */
    default void received(List<ScalingIntent> intents, List<Appended> results) {}

    default void held(Hold decision) {}

    /** Its resizes were decided. */
    default void planned(Update update) {}

    /** What is known of it now; an update that has ended may be told twice. */
    default void updated(Update update) {}

    default void asked(Approval approval) {}

    /** Somebody has said no. */
    default void declined(Approval approval) {}

    /** Anything was written: after all of the above, and besides. */
    default void changed() {}

    /** Hears nothing. */
    static JournalListener none() {
        return new JournalListener() {};
    }
}
