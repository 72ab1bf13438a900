package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.exceptions.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The project's two files as they are, for the scaler to be given the same. Secrets are encrypted in them.
 *
 * @param project the text of {@code Pulumi.yaml}
 * @param configuration the text of the stack's file
 */
record ProjectFiles(String stack, String project, String configuration) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * @param folder that the engine runs the program in
     * @throws RunException if they are not there
     */
    static ProjectFiles in(Path folder, String stack) {
        return new ProjectFiles(stack, read(folder, "Pulumi.yaml"), read(folder, nameFor(stack)));
    }

    /** By name. */
    Map<String, String> texts() {
        return Map.of("Pulumi.yaml", project, nameFor(stack), configuration);
    }

    /** @throws InvalidConfiguration if a scaler that is given these could not work */
    void check() {
        try {
            JsonNode root = YAML.readTree(configuration);
            var faults = new ScalerFileCheck(root).faults();
            if (!faults.isEmpty()) {
                throw new InvalidConfiguration(faults);
            }
        } catch (JsonProcessingException e) {
            throw new RunException("%s is no YAML: %s".formatted(nameFor(stack), e.getOriginalMessage()));
        }
    }

    private static String nameFor(String stack) {
        return "Pulumi.%s.yaml".formatted(stack);
    }

    private static String read(Path folder, String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new RunException(
                    "the scaler is given the project's files, and %s cannot be read in %s: run pulumi there, without --config-file"
                            .formatted(name, folder.toAbsolutePath()),
                    e);
        }
    }
}
