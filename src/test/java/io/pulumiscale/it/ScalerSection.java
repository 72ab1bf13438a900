package io.pulumiscale.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code pulumiscale:scaler} in the file of a world's stack. */
final class ScalerSection {
    static final String PASSPHRASE = "correct horse battery";

    private static final YAMLMapper YAML = new YAMLMapper();

    private ScalerSection() {}

    /** As a person writes it, the passphrase encrypted. */
    static World in(World world, String scaler) {
        try {
            Path file = world.folder().resolve("Pulumi.dev.yaml");
            ObjectNode stack = (ObjectNode) YAML.readTree(Files.readString(file));
            stack.withObject("/config").set("pulumiscale:scaler", YAML.readTree(scaler));
            Files.writeString(file, YAML.writeValueAsString(stack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String key = "pulumiscale:scaler.passphrase";
        world.person()
                .run(PASSPHRASE, "pulumi", "config", "set", "--secret", "--path", key, "--non-interactive")
                .succeeded();
        return world;
    }
}
