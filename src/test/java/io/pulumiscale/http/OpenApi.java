package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The document, and whether an answer keeps to it. Whoever reads it may meet new fields; a test may not. */
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());
    private static final OpenApi OWN = new OpenApi(read());

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi own() {
        return OWN;
    }

    private static JsonNode read() {
        try (InputStream stream = OpenApi.class.getResourceAsStream("openapi.json")) {
            JsonNode document = JSON.readTree(stream);
            document.at("/components/schemas").forEach(OpenApi::close);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing that the document does not name. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(OpenApi::close);
    }

    /** Method and path of all that it has. */
    List<String> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .sorted()
                .toList();
    }

    JsonNode document() {
        return document;
    }

    /** That the answer is one that the document has for this request. */
    void check(HttpResponse<String> response) {
        String method = response.request().method().equals("HEAD")
                ? "GET"
                : response.request().method();
        Optional<JsonNode> operation = path(response.uri().getPath())
                .map(path -> path.path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
        if (operation.isEmpty()) {
            assertThat(response.statusCode()).as("what is not in the document").isIn(400, 401, 403, 404, 405, 429);
            return;
        }
        JsonNode answer = resolved(operation.get().path("responses").path(Integer.toString(response.statusCode())));
        assertThat(answer.isObject())
                .as("%s %s may be answered %d", method, response.uri().getPath(), response.statusCode())
                .isTrue();
        if (response.statusCode() != 304) {
            check(response, answer.path("content"));
        }
    }

    private void check(HttpResponse<String> response, JsonNode content) {
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(content.has(type)).as("%s in %s", type, content).isTrue();
        if (type.endsWith("json") && !response.request().method().equals("HEAD")) {
            validate(content.path(type).path("schema"), Door.json(response));
        }
    }

    void validate(JsonNode schema, JsonNode value) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        assertThat(SCHEMAS.getSchema(root)
                        .validate(
                                value,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(value.toString())
                .isEmpty();
    }

    JsonNode schema(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** Of two that match the one with fewer variables. */
    private Optional<JsonNode> path(String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> Route.get(entry.getKey(), it -> Answer.ok(Map.of()))
                        .match(Route.segments(path))
                        .isPresent())
                .min(Comparator.comparing(
                        entry -> entry.getKey().chars().filter(it -> it == '{').count()))
                .map(Map.Entry::getValue);
    }

    private JsonNode resolved(JsonNode answer) {
        return answer.has("$ref") ? document.at(answer.path("$ref").textValue().substring(1)) : answer;
    }

    /** All references, to see that each leads somewhere. */
    List<String> references() {
        return document.findValuesAsText("$ref").stream().distinct().collect(Collectors.toList());
    }
}
