package io.pulumiscale.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a scaler is, and who asks.
 *
 * @param url what its paths are appended to, without user, query and fragment
 * @param authority a file of PEM with the certificates that are trusted, instead of those of the platform
 * @param patience how long an answer may take
 */
public record Address(URI url, Bearer token, Optional<Path> authority, Duration patience) {

    URI of(String path) {
        return URI.create(url.toString().replaceFirst("/+$", "") + path);
    }
}
