package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The keys of a mapping, as a table in Markdown. */
record ReferenceTable(String mapping) {
    private static final List<String> SHARED = List.of("sizes/properties/", "restraints/properties/");

    String markdown() {
        JsonNode definition = SchemaDocument.definition(mapping);
        Stream<String> rows = definition.path("properties").properties().stream()
                .filter(key -> SHARED.stream().noneMatch(SchemaDocument.reference(key.getValue())::startsWith))
                .map(key -> row(definition.path("required"), key));
        return Stream.concat(
                        Stream.of("| key | type | default | range | means |", "| --- | --- | --- | --- | --- |"), rows)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(JsonNode required, Map.Entry<String, JsonNode> key) {
        ObjectNode schema = SchemaDocument.resolved(key.getValue());
        boolean needed = texts(required).anyMatch(key.getKey()::equals);
        String means = Stream.of(schema.path("description"), schema.path("x-more"))
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "))
                .replace(". (", " (");
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(key.getKey(), type(schema), standard(schema, needed), range(schema), means)
                .replaceAll(" +", " ");
    }

    private static String type(JsonNode schema) {
        String type = schema.path("type").asText();
        return said(
                schema,
                "x-type",
                said(
                        schema,
                        "title",
                        switch (type) {
                            case "boolean" -> "true, false";
                            case "integer", "number" -> "number";
                            case "array" -> "list of mappings";
                            case "object" -> "mapping";
                            default -> "text";
                        }));
    }

    private static String standard(JsonNode schema, boolean needed) {
        String value = schema.path("default").isArray()
                ? texts(schema.path("default")).collect(Collectors.joining(", ", "[", "]"))
                : schema.path("default").asText();
        String known = needed ? "needed" : "";
        return said(schema, "x-default", value.isEmpty() ? known : "`" + value + "`");
    }

    private static String range(JsonNode schema) {
        String words = texts(schema.path("enum")).map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        String numbers = schema.has("minimum") && schema.has("maximum")
                ? "%s to %s".formatted(number(schema.path("minimum")), number(schema.path("maximum")))
                : "";
        return said(schema, "x-range", words + numbers);
    }

    private static String number(JsonNode number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number.longValue());
    }

    private static String said(JsonNode schema, String keyword, String otherwise) {
        return schema.path(keyword).asText(otherwise);
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
