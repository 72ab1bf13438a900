package io.pulumiscale.update;

import java.time.Duration;

/**
 * How long the engine may take.
 *
 * @param update for one run that may change the stack
 * @param read for everything else
 * @param cancel for ending by itself after it was asked to
 * @param terminate the same after it was asked a second time, before it is killed
 */
public record EngineLimits(Duration update, Duration read, Duration cancel, Duration terminate) {
    public static EngineLimits standard() {
        return new EngineLimits(
                Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    public EngineLimits withUpdate(Duration other) {
        return new EngineLimits(other, read, cancel, terminate);
    }
}
