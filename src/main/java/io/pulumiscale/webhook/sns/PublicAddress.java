package io.pulumiscale.webhook.sns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public Internet from those of some inner network. The source is IANA's special-purpose address
 * registries, for IPv4 and for IPv6.
 */
final class PublicAddress {
    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // carriers' NAT, and many a cloud's metadata service
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3", // multicast, and all that is reserved
            "2001::/23",
            "2001:db8::/32",
            "2002::/16", // 6to4: an IPv4 address in disguise
            "3fff::/20");
    private static final Range GLOBAL_IPV6 = Range.of("2000::/3");
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bits = address.getAddress();
        if (address instanceof Inet6Address && NAT64.holds(bits)) {
            return notListed(Arrays.copyOfRange(bits, 12, 16)); // the IPv4 address that it leads to
        }
        return (bits.length == 4 || GLOBAL_IPV6.holds(bits)) && notListed(bits);
    }

    private static boolean notListed(byte[] bits) {
        return NOT_PUBLIC.stream().noneMatch(range -> range.holds(bits));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    /** Addresses that begin alike. */
    private record Range(InetAddress start, int length) {
        static Range of(String text) {
            String[] parts = text.split("/", 2);
            try {
                return new Range(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address in digits needs no look-up", e);
            }
        }

        boolean holds(byte[] bits) {
            byte[] prefix = start.getAddress();
            if (bits.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((bits[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
