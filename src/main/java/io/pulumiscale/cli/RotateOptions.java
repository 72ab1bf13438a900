package io.pulumiscale.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param folder has {@code Pulumi.yaml}
 * @param name one of {@code pulumiscale:tokens}; empty: {@code pulumiscale:webhookToken}
 */
public record RotateOptions(Path folder, String stack, Optional<String> name) {}
