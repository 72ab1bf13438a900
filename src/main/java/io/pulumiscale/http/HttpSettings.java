package io.pulumiscale.http;

import java.time.Duration;

/**
 * How the server listens.
 *
 * @param port 0 for any that is free
 * @param maxBodyBytes a longer body is refused; at least 1
 * @param poolLabel the label of an alert that names the pool
 * @param requestTimeout how long a caller may be silent while its headers or its body are awaited, and between the
 *     requests of one connection
 * @param drainTimeout how long closing waits for answers under way
 */
public record HttpSettings(
        String host, int port, int maxBodyBytes, String poolLabel, Duration requestTimeout, Duration drainTimeout) {

    private static final int MIB = 1 << 20;

    public HttpSettings {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes is at least 1, not " + maxBodyBytes);
        }
    }

    /** 1 MiB a body, the label {@code pool_name}, 15 s of silence, 10 s to drain. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(host, port, MIB, "pool_name", Duration.ofSeconds(15), Duration.ofSeconds(10));
    }

    public HttpSettings withPoolLabel(String label) {
        return new HttpSettings(host, port, maxBodyBytes, label, requestTimeout, drainTimeout);
    }

    public HttpSettings withRequestTimeout(Duration timeout) {
        return new HttpSettings(host, port, maxBodyBytes, poolLabel, timeout, drainTimeout);
    }
}
