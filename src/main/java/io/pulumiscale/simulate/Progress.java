package io.pulumiscale.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells people how far it is, every two seconds. */
public final class Progress implements Consumer<Instant> {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final LongSupplier ticker;
    private final Consumer<Instant> teller;
    private long told;

    /** @param ticker counts nanoseconds */
    public Progress(LongSupplier ticker, Consumer<Instant> teller) {
        this.ticker = ticker;
        this.teller = teller;
        this.told = ticker.getAsLong();
    }

    @Override
    public void accept(Instant at) {
        long now = ticker.getAsLong();
        if (now - told >= EVERY) {
            told = now;
            teller.accept(at);
        }
    }
}
