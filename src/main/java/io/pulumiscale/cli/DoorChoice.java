package io.pulumiscale.cli;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Who is heard at the front door, and how. */
final class DoorChoice {
    @ArgGroup(exclusive = false)
    private @Nullable TlsChoice tls;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "CIDR",
            split = ",",
            converter = Network.class,
            description = {
                "Networks of the proxies in front of it, with commas between, e.g. 10.0.0.0/8,fd00::/8. Whom a request came"
                        + " from is what X-Forwarded-For says, as far as these have written it (default: none)."
            })
    private List<IPAddress> trustedProxies = List.of();

    @Mixin
    private final LimitChoice limits = new LimitChoice();

    DoorOptions options() {
        return new DoorOptions(
                List.copyOf(trustedProxies),
                Optional.ofNullable(tls).map(it -> new DoorOptions.Tls(it.certificate, it.key)),
                limits.options());
    }

    /** Neither is of use without the other. */
    private static final class TlsChoice {
        @Option(
                names = "--tls-certificate",
                paramLabel = "FILE",
                required = true,
                description =
                        "Speak TLS, with the certificate and its chain in this file of PEM. It is read again when it"
                                + " changes, without a restart.")
        private Path certificate = Path.of("");

        @Option(
                names = "--tls-key",
                paramLabel = "FILE",
                required = true,
                description = "Its private key in PEM, not encrypted: PKCS#8, PKCS#1 (RSA) or SEC 1 (EC).")
        private Path key = Path.of("");
    }

    /** An address, or a network in CIDR's notation; the library would take much more. */
    static final class Network implements ITypeConverter<IPAddress> {
        private static final IPAddressStringParameters CIDR = new IPAddressStringParameters.Builder()
                .allowAll(false)
                .allowEmpty(false)
                .allowMask(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .allowPrefixOnly(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .toParams();

        @Override
        public IPAddress convert(String text) {
            try {
                return new IPAddressString(text.strip(), CIDR).toAddress().toPrefixBlock();
            } catch (AddressStringException e) {
                throw new TypeConversionException("%s is no network such as 10.0.0.0/8".formatted(text));
            }
        }
    }
}
