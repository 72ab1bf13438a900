package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Pulumi.STACK.yaml} as a file: checked without the engine, the backend and the passphrase. */
public final class ConfigurationFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NAMESPACE = ".config.pulumiscale:";

    private final String project;
    private final String stack;
    private final Path file;

    private ConfigurationFile(String project, String stack, Path file) {
        this.project = project;
        this.stack = stack;
        this.file = file;
    }

    /**
     * @param folder has {@code Pulumi.yaml}
     * @throws IOException if either file cannot be read
     */
    public static ConfigurationFile of(Path folder, String stack) throws IOException {
        JsonNode project = YAML.readTree(read(folder.resolve("Pulumi.yaml")));
        return new ConfigurationFile(
                project.path("name").asText(), stack, folder.resolve("Pulumi.%s.yaml".formatted(stack)));
    }

    /**
     * @throws InvalidConfiguration with all faults at once
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public StackConfig check() throws IOException {
        String text = read(file);
        List<Fault> faults = new ArrayList<>(duplicates(text));
        JsonNode config = YAML.readTree(text).path("config");
        checkToken(config.path("pulumiscale:webhookToken")).ifPresent(faults::add);
        DeliveryReader.read(key -> value(config, key), faults);
        return StackConfig.read(project, stack, value(config, "pools"), faults);
    }

    /** As the engine hands it over: a text as it is, all else as JSON. */
    private static Optional<String> value(JsonNode config, String key) {
        return Optional.of(config.path("pulumiscale:" + key))
                .filter(node -> !node.isMissingNode())
                .map(node -> node.isTextual() ? node.textValue() : node.toString());
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no %s (-C names another folder, -s another stack)".formatted(file), e);
        }
    }

    private static List<Fault> duplicates(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            return DuplicateKeys.in(parser).stream()
                    .map(path -> new Fault(path.replace(NAMESPACE, ""), "named twice"))
                    .toList();
        }
    }

    private static Optional<Fault> checkToken(JsonNode token) {
        if (token.isMissingNode()) {
            return Optional.of(StackConfig.NO_TOKEN);
        }
        return token.has("secure")
                ? Optional.empty()
                : Optional.of(new Fault("webhookToken", "stands there in plain: set it with --secret"));
    }
}
