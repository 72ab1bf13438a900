package io.pulumiscale.journal;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Is always held. */
record SoleLease() implements FencedLease {

    @Override
    public Tenure tenure() {
        return new Tenure.Held(1);
    }

    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }

    @Override
    public void takeTurn(Handle handle) {}

    @Override
    public void fence(Handle handle) {}

    @Override
    public void close() {}
}
