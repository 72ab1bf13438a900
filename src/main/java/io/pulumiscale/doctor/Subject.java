package io.pulumiscale.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What is looked at.
 *
 * @param folder has {@code Pulumi.yaml}
 * @param environment of the scaler
 * @param journal its location
 * @param takeLock take the stack's lock and let go of it, instead of looking whether it is free
 */
public record Subject(
        Path folder, String stack, Map<String, String> environment, String journal, boolean takeLock, Clock clock) {
    public Subject {
        environment = Map.copyOf(environment);
    }
}
