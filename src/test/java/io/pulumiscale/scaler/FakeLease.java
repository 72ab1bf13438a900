package io.pulumiscale.scaler;

import io.pulumiscale.journal.Lease;
import io.pulumiscale.journal.Tenure;
import java.util.Optional;

/** Is where it is told to be; at first, at another scaler's. */
final class FakeLease implements Lease {
    private volatile Tenure tenure = new Tenure.Elsewhere("another");

    void held(long epoch) {
        tenure = new Tenure.Held(epoch);
    }

    void elsewhere() {
        tenure = new Tenure.Elsewhere("another");
    }

    @Override
    public Tenure tenure() {
        return tenure;
    }

    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }
}
