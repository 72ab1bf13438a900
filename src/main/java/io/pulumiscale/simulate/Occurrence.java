package io.pulumiscale.simulate;

import io.pulumiscale.model.Change;
import java.time.Instant;
import java.util.Optional;

/** Something that was recorded. */
public sealed interface Occurrence {

    Instant at();

    String pool();

    /** A metric of the pool had this value. */
    record Measured(Instant at, String pool, double value) implements Occurrence {}

    /** An alert began to fire, or fires still. */
    record Fires(Instant at, String pool, String alert, Change change) implements Occurrence {}

    record Ends(Instant at, String pool, String alert) implements Occurrence {}

    /** Somebody asked for a size. */
    record Asked(Instant at, String pool, Change change, Optional<String> reason) implements Occurrence {}
}
