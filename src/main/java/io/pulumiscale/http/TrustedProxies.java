package io.pulumiscale.http;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.HostName;
import inet.ipaddr.HostNameParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word counts on where a request came from. Each adds the address of its own caller at the right end of
 * {@code X-Forwarded-For}; whatever stands further left than the first stranger, the stranger may have written.
 *
 * @param networks their addresses
 */
public record TrustedProxies(List<IPAddress> networks) {

    private static final HostNameParameters WRITTEN = new HostNameParameters.Builder()
            .allowService(false)
            .getAddressOptionsBuilder()
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getParentBuilder()
            .toParams();

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** No header is believed. */
    public static TrustedProxies none() {
        return new TrustedProxies(List.of());
    }

    /** Where the request came from: the nearest address that is no trusted proxy's. */
    IPAddress source(HttpServerExchange exchange) {
        HeaderValues forwarded = exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR);
        return source(exchange.getSourceAddress().getAddress(), forwarded == null ? List.of() : List.copyOf(forwarded));
    }

    /** An entry that is no address ends the search: who wrote it is the last one that is known. */
    IPAddress source(InetAddress peer, List<String> forwarded) {
        IPAddress source = plain(new IPAddressGenerator().from(peer));
        for (String hop : hops(forwarded)) {
            Optional<IPAddress> before = trusts(source) ? address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return source;
            }
            source = before.get();
        }
        return source;
    }

    private boolean trusts(IPAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** The nearest first. */
    private static List<String> hops(List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        forwarded.forEach(header -> hops.addAll(List.of(header.split(",", -1))));
        Collections.reverse(hops);
        return hops;
    }

    /** With a port, as some proxies write it, or without. To the library no text at all is the loopback address. */
    private static Optional<IPAddress> address(String hop) {
        if (hop.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(new HostName(hop.strip(), WRITTEN).asAddress())
                .filter(address -> !address.isMultiple())
                .map(TrustedProxies::plain);
    }

    /** One that speaks IPv4 is not another by IPv6. */
    private static IPAddress plain(IPAddress address) {
        return address.isIPv4Convertible() ? address.toIPv4() : address.withoutPrefixLength();
    }
}
