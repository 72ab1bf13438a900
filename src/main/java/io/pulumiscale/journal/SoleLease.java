package io.pulumiscale.journal;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Is always held. */
record SoleLease() implements FencedLease {

    @Override
    public Tenure tenure() {
        return new Tenure.Held(1);
    }

    @Override
    public Duration pace() {
        return Duration.ofDays(1); // there are no others
    }

    @Override
    public void fence(Handle handle) {}

    @Override
    public void close() {}
}
