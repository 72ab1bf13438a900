package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = trusting("10.0.0.0/8", "fd00::/8", "192.0.2.1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3    | 203.0.113.7                          | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1, 203.0.113.7            | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1, 203.0.113.7, 10.9.9.9  | 203.0.113.7",
                "10.1.2.3    | 10.0.0.1, 203.0.113.7, 192.0.2.1     | 203.0.113.7",
                "192.0.2.1   | 203.0.113.7:51234                    | 203.0.113.7",
                "fd12::1     | [2001:db8::7]:443                    | 2001:db8::7",
                "fd12::1     | 2001:db8::7                          | 2001:db8::7",
                "10.1.2.3    | ::ffff:203.0.113.7                   | 203.0.113.7",
                "10.1.2.3    | 10.3.3.3, 10.4.4.4                   | 10.3.3.3",
                "10.1.2.3    | unknown                              | 10.1.2.3",
                "10.1.2.3    | 203.0.113.7, _hidden, 10.4.4.4       | 10.4.4.4",
                "10.1.2.3    | 203.0.113.7,                         | 10.1.2.3",
                "10.1.2.3    | 0.0.0.0/0                            | 10.1.2.3",
                "10.1.2.3    | *                                    | 10.1.2.3",
                "10.1.2.3    | example.com                          | 10.1.2.3",
            })
    void theNearestStrangerIsTheSource(String peer, String forwarded, String source) {
        assertThat(source(PROXIES, peer, List.of(forwarded))).isEqualTo(source);
    }

    @Property(tries = 300)
    void whoeverComesPastTheProxiesMayWriteWhatHeLikes(@ForAll @Size(max = 4) List<String> headers) {
        assertThat(source(PROXIES, "203.0.113.9", headers)).isEqualTo("203.0.113.9");
        assertThat(source(TrustedProxies.none(), "10.1.2.3", headers)).isEqualTo("10.1.2.3");
    }

    /** What a proxy has added stands right of it all. */
    @Property(tries = 300)
    void andSoMayWhoeverComesThroughThem(@ForAll @Size(max = 4) List<String> headers) {
        List<String> added =
                Stream.concat(headers.stream(), Stream.of("203.0.113.9")).toList();
        assertThat(source(PROXIES, "10.1.2.3", added)).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", ",,,", "[", "[::", "1.2.3.4.5", "1:2:3", "999.1.1.1", "0x7f.1", "1.2.3.4/8", "%", "-"})
    void whatIsNoAddressIsNoError(String odd) {
        assertThatNoException().isThrownBy(() -> source(PROXIES, "10.1.2.3", List.of(odd)));
    }

    @Property(tries = 300)
    void norIsAnythingElse(@ForAll String odd) {
        assertThatNoException().isThrownBy(() -> source(PROXIES, "10.1.2.3", List.of(odd)));
    }

    private static TrustedProxies trusting(String... networks) {
        return new TrustedProxies(Stream.of(networks)
                .map(it -> new IPAddressString(it).getAddress().toPrefixBlock())
                .toList());
    }

    private static String source(TrustedProxies proxies, String peer, List<String> forwarded) {
        try {
            return proxies.source(InetAddress.getByName(peer), forwarded).toString();
        } catch (UnknownHostException e) {
            throw new AssertionError(peer, e);
        }
    }
}
