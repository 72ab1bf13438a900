package io.pulumiscale.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * @param folder has {@code Pulumi.yaml}
 * @param port 0 for any free one
 * @param tries how often an update is tried while others update the stack; at least 1
 * @param tokenGrace how long the old token works after a new one is set
 * @param poolLabel the label of an alert that names the pool
 * @param journal a file, a JDBC URL of PostgreSQL or {@code memory}; empty: a file in the folder
 * @param deadline of one try of an update; then the engine is stopped
 * @param shutdownGrace how long a running update may go on after the scaler was told to end
 * @param snsCertificate whose signature on SNS messages is believed beside Amazon's
 * @param snsSha1 whether signature version 1 of SNS messages is enough
 * @param door who is heard, and how much
 * @param openMetrics whether metrics are shown to whoever has no token
 * @param logFormat how the log is written
 */
public record ServeOptions(
        Path folder,
        String stack,
        String host,
        int port,
        int tries,
        Duration tokenGrace,
        String poolLabel,
        Optional<String> journal,
        Duration deadline,
        Duration shutdownGrace,
        Optional<Path> snsCertificate,
        boolean snsSha1,
        DoorOptions door,
        boolean openMetrics,
        LogFormat logFormat) {}
