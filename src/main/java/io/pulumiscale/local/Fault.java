package io.pulumiscale.local;

import java.time.Duration;

/** One ordered fault. */
sealed interface Fault {
    Match match();

    record Slow(Match match, Duration delay) implements Fault {}

    record Fail(Match match, String message) implements Fault {}

    record FailAfter(Match match, String message) implements Fault {}

    record Throttle(Match match) implements Fault {}
}
