package io.pulumiscale.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A started cloud with repeatable ids and a fixed time, and a client of each of its providers. */
abstract class CloudTest {
    static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

    @TempDir
    Path directory;

    EmbeddedCloud cloud;
    CloudClient aws;
    CloudClient kubernetes;

    @BeforeEach
    void start() throws IOException {
        cloud = EmbeddedCloud.start(options());
        connect();
    }

    @AfterEach
    void stop() throws IOException {
        aws.close();
        kubernetes.close();
        cloud.close();
    }

    CloudOptions options() {
        return CloudOptions.of(directory.resolve("cloud.json"))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .random(new Random(1));
    }

    void restart() throws IOException {
        int awsPort = cloud.awsPort();
        int kubernetesPort = cloud.kubernetesPort();
        stop();
        cloud = EmbeddedCloud.start(options().ports(awsPort, kubernetesPort));
        connect();
    }

    private void connect() {
        aws = CloudClient.aws(cloud);
        kubernetes = CloudClient.kubernetes(cloud);
    }
}
