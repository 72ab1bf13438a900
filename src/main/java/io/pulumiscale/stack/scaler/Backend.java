package io.pulumiscale.stack.scaler;

import java.net.URI;
import java.util.Optional;

/**
 * Where the stack's state is.
 *
 * @param url as for {@code pulumi login}
 */
public record Backend(String url) {
    public static final Backend PULUMI_CLOUD = new Backend("https://api.pulumi.com");

    /** Pulumi Cloud, or one's own: its locks are leases. All others have files with a host and a process id (ADR 14). */
    public boolean leases() {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    /** The S3 bucket, if it is one of AWS's own and not some other service that speaks the same. */
    Optional<String> bucket() {
        return url.startsWith("s3://") && !url.contains("endpoint=")
                ? Optional.ofNullable(URI.create(url).getAuthority())
                : Optional.empty();
    }
}
