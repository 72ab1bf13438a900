package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema of the configuration, and what it says of a document. */
final class SchemaDocument {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode ROOT = parsed();
    private static final Schema SCHEMA = SchemaRegistry.withDialect(dialect()).getSchema(ROOT);
    private static final String DEFINITIONS = "#/$defs/";

    private SchemaDocument() {}

    /** With what only the reference in the documents reads. */
    private static Dialect dialect() {
        Dialect standard = Dialects.getDraft202012();
        return Dialect.builder(standard.getId(), standard)
                .keywords(Stream.of("x-type", "x-default", "x-range", "x-more")
                        .map(AnnotationKeyword::new)
                        .toList())
                .build();
    }

    private static JsonNode parsed() {
        try {
            return new ObjectMapper().readTree(ConfigurationSchema.text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode root() {
        return ROOT;
    }

    /** What stands at {@code $defs}. */
    static JsonNode definition(String name) {
        return ROOT.path("$defs").path(name);
    }

    /** With what it refers to, and what it says itself on top. */
    static ObjectNode resolved(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        if (schema.has("$ref")) {
            JsonNode base = resolved(ROOT.at(schema.path("$ref").textValue().substring(1)));
            base.properties().forEach(entry -> {
                if (!whole.has(entry.getKey())) {
                    whole.set(entry.getKey(), entry.getValue());
                }
            });
        }
        return whole;
    }

    /** The names of the mappings with keys of their own. */
    static Set<String> mappings() {
        return ROOT.path("$defs").properties().stream()
                .filter(entry -> entry.getValue().path("additionalProperties").isBoolean())
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("secret"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> keys(String mapping) {
        return definition(mapping).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The definition that a schema refers to, without what it is called in full. */
    static String reference(JsonNode schema) {
        return schema.path("$ref").asText("").replace(DEFINITIONS, "");
    }

    static List<Error> errors(JsonNode document) {
        return SCHEMA.validate(document);
    }

    /** Documents of a file in YAML, or the items of the list that it is. */
    static List<JsonNode> read(Path file) {
        return documents(text(file));
    }

    static List<JsonNode> documents(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
