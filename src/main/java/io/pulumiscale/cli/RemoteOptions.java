package io.pulumiscale.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which scaler is asked, by whom, and how its answer is written.
 *
 * @param url without user, query and fragment
 * @param tokenFile has nothing but the token; empty: the environment's, else that of the stack's configuration
 * @param authority a file of PEM with the certificates to trust; empty: those of the platform
 * @param patience how long an answer may take
 * @param folder has {@code Pulumi.yaml}
 */
public record RemoteOptions(
        URI url,
        Optional<Path> tokenFile,
        Optional<Path> authority,
        Duration patience,
        Path folder,
        String stack,
        Output output) {}
