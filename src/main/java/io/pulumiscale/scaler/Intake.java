package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import java.util.List;

/** Takes intents in. */
public interface Intake {

    /**
     * Returns when the intents, and which alerts are over, are kept; one result an intent, in order. Scaling happens
     * afterwards.
     *
     * @throws io.pulumiscale.journal.JournalException nothing was kept; the sender should try again
     */
    List<Appended> accept(List<ScalingIntent> intents, List<AlertEnd> ends);
}
