package io.pulumiscale.webhook.sns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks hosts up for the client, which connects to what is said here and looks nothing up again. */
final class PublicHosts implements DnsResolver {
    private final DnsResolver names;

    PublicHosts(DnsResolver names) {
        this.names = names;
    }

    /** @throws UnknownHostException it is not known, or one of its addresses is not a public one */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!PublicAddress.is(address)) {
                throw new UnknownHostException(
                        "%s is at %s, which is no public address".formatted(host, address.getHostAddress()));
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
