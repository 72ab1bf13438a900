package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.ScalingIntent;
import java.util.List;

/** Takes intents in. */
public interface Intake {

    /**
     * Returns when the intents are kept, one result an intent, in order; scaling happens afterwards.
     *
     * @throws io.pulumiscale.journal.JournalException nothing was kept; the sender should try again
     */
    List<Appended> accept(List<ScalingIntent> intents);
}
