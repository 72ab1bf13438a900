package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;

/** Fetches what is small and public. */
interface Outbound {

    /** @throws IOException it could not be fetched, or is too large, or took too long */
    Fetched get(URI url) throws IOException;

    /**
     * Whatever the status; a redirect is not followed.
     *
     * @param peers the server's certificates, its own first; none where the connection was not encrypted
     */
    record Fetched(int status, SdkBytes body, List<X509Certificate> peers) {

        /** @throws IOException the status is another than 200 */
        byte[] expected() throws IOException {
            if (status != 200) {
                throw new IOException("answered with status " + status);
            }
            return body.asByteArray();
        }
    }
}
