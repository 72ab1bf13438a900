package io.pulumiscale.notice;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param answer how long one try may take
 * @param firstPause after a try that failed; then twice as long each time, give or take a fifth
 * @param longestPause a pause is never longer, unless the receiver asks for it
 * @param tooOld what is older is not sent any more
 * @param look how often is looked for what another scaler has written
 */
public record Patience(Duration answer, Duration firstPause, Duration longestPause, Duration tooOld, Duration look) {
    public static Patience standard() {
        return new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ofSeconds(5));
    }
}
