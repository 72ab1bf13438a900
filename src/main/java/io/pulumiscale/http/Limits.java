package io.pulumiscale.http;

import java.time.Duration;

/**
 * What a caller may take of the server.
 *
 * @param maxBodyBytes a longer body is refused; at least 1
 * @param maxHeaderBytes of the request line and all headers together; a longer head ends the connection
 * @param maxHeaders how many headers a request may have
 * @param maxAlerts how many alerts one request may bring
 * @param maxConnections more wait until another is closed
 * @param silence how long a caller may say nothing, in a request and between two
 * @param request how long a request may take in all: the head, and from its end to the end of the answer
 * @param perSecond how many requests a token may make a second in the long run, and ten times as many at once
 * @param together how many requests of a token are worked on at once; ten times as many wait
 * @param wrongPerMinute how many wrong tokens a source may show a minute until it is told to slow down
 */
public record Limits(
        int maxBodyBytes,
        int maxHeaderBytes,
        int maxHeaders,
        int maxAlerts,
        int maxConnections,
        Duration silence,
        Duration request,
        int perSecond,
        int together,
        int wrongPerMinute) {

    public Limits {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes is at least 1, not " + maxBodyBytes);
        }
    }

    /** What a scaler begins with that is told nothing else. */
    public static Limits standard() {
        return new Limits(
                1 << 20, 16 << 10, 100, 2_000, 1_000, Duration.ofSeconds(15), Duration.ofSeconds(30), 200, 100, 30);
    }
}
