package io.pulumiscale.webhook.sns;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a certificate says that its issuer's is (RFC 5280, 4.2.2.1, {@code caIssuers}). It is a hint: what is found there
 * counts only if it leads to somebody who is trusted anyway.
 */
final class IssuerUrl {
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    /** The object identifier 1.3.6.1.5.5.7.48.2, and the tag of a URI after it. */
    private static final byte[] CA_ISSUERS = {0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, (byte) 0x86};

    private static final Pattern ALLOWED = Pattern.compile("http://[a-z0-9][a-z0-9.-]{1,250}/[A-Za-z0-9._/-]{1,250}");

    private IssuerUrl() {}

    static Optional<URI> in(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION);
        return extension == null
                ? Optional.empty()
                : uri(extension).filter(url -> ALLOWED.matcher(url).matches()).map(URI::create);
    }

    private static Optional<String> uri(byte[] extension) {
        ByteBuffer marker = ByteBuffer.wrap(CA_ISSUERS);
        for (int at = 0; at + CA_ISSUERS.length < extension.length; at++) {
            if (ByteBuffer.wrap(extension, at, CA_ISSUERS.length).equals(marker)) {
                int start = at + CA_ISSUERS.length + 1;
                int length = extension[start - 1]; // below 128; a longer one is not looked at
                return length > 0 && start + length <= extension.length
                        ? Optional.of(new String(extension, start, length, StandardCharsets.US_ASCII))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
