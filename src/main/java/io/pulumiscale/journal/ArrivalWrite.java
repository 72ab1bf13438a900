package io.pulumiscale.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** A caller that brings something in. */
final class ArrivalWrite extends Write<List<Appended>> {
    private static final String SAVEPOINT = "together";

    private final Arrival arrival;

    ArrivalWrite(Arrival arrival) {
        super(handle -> Arrivals.keep(handle, List.of(arrival)).get(0));
        this.arrival = arrival;
    }

    /** Where one fails they are tried one by one, and it fails alone. */
    static void attempt(Handle handle, List<ArrivalWrite> together) {
        handle.savepoint(SAVEPOINT);
        try {
            List<List<Appended>> kept = Arrivals.keep(
                    handle, together.stream().map(it -> it.arrival).toList());
            handle.releaseSavepoint(SAVEPOINT);
            for (int i = 0; i < kept.size(); i++) {
                together.get(i).done(kept.get(i));
            }
        } catch (RuntimeException e) {
            handle.rollbackToSavepoint(SAVEPOINT);
            together.forEach(alone -> alone.attempt(handle));
        }
    }
}
