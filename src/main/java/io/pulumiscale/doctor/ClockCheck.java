package io.pulumiscale.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** This machine's clock next to the first other one that can be read. */
final class ClockCheck implements Supplier<Finding> {
    /** An HTTP date is cut off to the second, and takes its time to come. */
    private static final Duration ABOUT_RIGHT = Duration.ofSeconds(10);

    /** AWS refuses what is signed at a time further away. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private static final String SET_IT = "let this machine keep time by NTP";

    private final Clock clock;
    private final List<OtherClock> others;

    ClockCheck(Clock clock, List<OtherClock> others) {
        this.clock = clock;
        this.others = List.copyOf(others);
    }

    /** @param now empty if it cannot be read */
    record OtherClock(String name, Supplier<Optional<Instant>> now) {}

    @Override
    public Finding get() {
        for (OtherClock other : others) {
            Optional<Instant> now = other.now().get();
            if (now.isPresent()) {
                return compared(other.name(), Duration.between(now.get(), clock.instant()));
            }
        }
        return new Finding.NotChecked("there is no other clock to compare it with");
    }

    private static Finding compared(String name, Duration ahead) {
        Duration apart = ahead.abs();
        if (apart.compareTo(ABOUT_RIGHT) <= 0) {
            return new Finding.Fine("as that of " + name);
        }
        String text =
                "%d s %s that of %s".formatted(apart.toSeconds(), ahead.isNegative() ? "behind" : "ahead of", name);
        return apart.compareTo(REFUSED) < 0 ? new Finding.Warning(text, SET_IT) : new Finding.Failed(text, SET_IT);
    }
}
