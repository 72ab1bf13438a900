package io.pulumiscale.cli;

import inet.ipaddr.IPAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who is heard at the front door, and how much.
 *
 * @param trustedProxies the networks of proxies whose {@code X-Forwarded-For} counts
 * @param tls empty: plain HTTP
 */
public record DoorOptions(List<IPAddress> trustedProxies, Optional<Tls> tls, LimitOptions limits) {

    /**
     * Files in PEM.
     *
     * @param certificate with its chain
     */
    public record Tls(Path certificate, Path key) {}

    /** No proxy, plain HTTP, the standard limits. */
    public static DoorOptions standard() {
        return new DoorOptions(List.of(), Optional.empty(), LimitOptions.standard());
    }
}
