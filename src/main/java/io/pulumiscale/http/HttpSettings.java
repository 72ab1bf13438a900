package io.pulumiscale.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param port 0 for any that is free
 * @param poolLabel the label of an alert that names the pool
 * @param drainTimeout how long closing waits for answers under way
 * @param tls empty: plain HTTP
 */
public record HttpSettings(
        String host,
        int port,
        String poolLabel,
        Duration drainTimeout,
        Limits limits,
        TrustedProxies proxies,
        Optional<TlsFiles> tls) {

    /** The label {@code pool_name}, 10 s to drain, the standard limits, no proxy, plain HTTP. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(
                host,
                port,
                "pool_name",
                Duration.ofSeconds(10),
                Limits.standard(),
                TrustedProxies.none(),
                Optional.empty());
    }

    public HttpSettings withPoolLabel(String label) {
        return new HttpSettings(host, port, label, drainTimeout, limits, proxies, tls);
    }

    public HttpSettings withLimits(Limits others) {
        return new HttpSettings(host, port, poolLabel, drainTimeout, others, proxies, tls);
    }

    public HttpSettings withTrustedProxies(TrustedProxies others) {
        return new HttpSettings(host, port, poolLabel, drainTimeout, limits, others, tls);
    }

    public HttpSettings withTls(Optional<TlsFiles> files) {
        return new HttpSettings(host, port, poolLabel, drainTimeout, limits, proxies, files);
    }

    /** {@code https} or {@code http}. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
