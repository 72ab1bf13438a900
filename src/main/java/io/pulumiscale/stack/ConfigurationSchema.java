package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** {@code Pulumi.STACK.yaml} as JSON Schema, for editors. The reference in docs/configuration.md is made from it. */
public final class ConfigurationSchema {
    private static final String NAMESPACE = "pulumiscale:";
    private static final String TEXT = read();
    private static final List<String> KEYS = keys(TEXT);

    private ConfigurationSchema() {}

    /** As it is in the jar: JSON. */
    public static String text() {
        return TEXT;
    }

    /** What may stand under {@code pulumiscale:}. */
    static List<String> keys() {
        return KEYS;
    }

    private static List<String> keys(String text) {
        try {
            JsonNode keys = new JsonMapper().readTree(text).at("/$defs/configuration/properties");
            return keys.properties().stream()
                    .map(key -> key.getKey().substring(NAMESPACE.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read() {
        try (InputStream resource = ConfigurationSchema.class.getResourceAsStream("configuration.schema.json")) {
            return new String(
                    Objects.requireNonNull(resource, "the schema is in the jar").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
