package io.pulumiscale.cli;

import java.time.Duration;

/**
 * What a caller may take of the scaler.
 *
 * @param maxBody bytes of a body
 * @param maxHeader bytes of the request line and all headers together
 * @param maxHeaders how many headers
 * @param maxAlerts how many alerts in one request
 * @param maxConnections how many connections at once
 * @param maxWaiting how many intents may wait to be decided
 * @param idleTimeout how long a caller may be silent
 * @param requestTimeout how long a request may take in all
 * @param rate how many requests a token may make a second
 * @param concurrency how many requests of a token are worked on at once
 * @param wrongTokens how many wrong tokens an address may show a minute until it is told to slow down
 */
public record LimitOptions(
        int maxBody,
        int maxHeader,
        int maxHeaders,
        int maxAlerts,
        int maxConnections,
        int maxWaiting,
        Duration idleTimeout,
        Duration requestTimeout,
        int rate,
        int concurrency,
        int wrongTokens) {

    /** Those of {@code serve} without an option. */
    public static LimitOptions standard() {
        return new LimitOptions(
                1_048_576,
                16_384,
                100,
                2_000,
                1_000,
                10_000,
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                200,
                100,
                30);
    }
}
