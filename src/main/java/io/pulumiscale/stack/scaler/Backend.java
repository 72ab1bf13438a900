package io.pulumiscale.stack.scaler;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the stack's state is.
 *
 * @param url as for {@code pulumi login}
 */
public record Backend(String url) {
    public static final Backend PULUMI_CLOUD = new Backend("https://api.pulumi.com");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern SERVER =
            Pattern.compile("^(?:s3://.*[?&]endpoint=)?http(s?)://[^/?&:]*(?::(\\d{1,5}))?");

    /** Pulumi Cloud, or one's own: its locks are leases. All others have files with a host and a process id (ADR 14). */
    public boolean leases() {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    /** Of the server that it is on, where the address names one. Those of the clouds are on 443. */
    Optional<Integer> port() {
        Matcher server = SERVER.matcher(URLDecoder.decode(url, StandardCharsets.UTF_8));
        return server.find() ? Optional.of(port(server)) : Optional.empty();
    }

    private static int port(Matcher server) {
        if (server.group(2) != null) {
            return Integer.parseInt(server.group(2));
        }
        return server.group(1).isEmpty() ? HTTP : HTTPS;
    }

    /** The S3 bucket, if it is one of AWS's own and not some other service that speaks the same. */
    Optional<String> bucket() {
        return url.startsWith("s3://") && !url.contains("endpoint=")
                ? Optional.ofNullable(URI.create(url).getAuthority())
                : Optional.empty();
    }
}
