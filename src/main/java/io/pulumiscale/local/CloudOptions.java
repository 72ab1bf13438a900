package io.pulumiscale.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How to start an embedded cloud.
 *
 * @param stateFile the resources; beside it are {@code NAME.operations} and {@code NAME.lock}
 * @param awsPort 0 for any free one
 * @param kubernetesPort 0 for any free one
 * @param latency that every create, update and delete takes at least
 * @param clock of the record of operations and of creation times
 * @param random of ids and automatic names
 */
public record CloudOptions(
        Path stateFile, int awsPort, int kubernetesPort, Duration latency, Clock clock, RandomGenerator random) {

    /** Any ports, no latency, the system's clock and randomness. */
    public static CloudOptions of(Path stateFile) {
        return new CloudOptions(stateFile, 0, 0, Duration.ZERO, Clock.systemUTC(), new SecureRandom());
    }

    /** The same on fixed ports, so that a restarted cloud is found where it was. */
    public CloudOptions ports(int aws, int kubernetes) {
        return new CloudOptions(stateFile, aws, kubernetes, latency, clock, random);
    }

    /** The same with operations that take time. */
    public CloudOptions latency(Duration atLeast) {
        return new CloudOptions(stateFile, awsPort, kubernetesPort, atLeast, clock, random);
    }

    /** The same by another clock. */
    public CloudOptions clock(Clock other) {
        return new CloudOptions(stateFile, awsPort, kubernetesPort, latency, other, random);
    }

    /** The same with repeatable ids. */
    public CloudOptions random(RandomGenerator other) {
        return new CloudOptions(stateFile, awsPort, kubernetesPort, latency, clock, other);
    }

    Path beside(String ending) {
        return stateFile.resolveSibling(stateFile.getFileName() + ending);
    }
}
