package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pulumi.Context;
import com.pulumi.resources.StackReference;
import com.pulumi.resources.StackReferenceArgs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the stack exported last time: its memory. Read under the stack's lock, so nobody changes it meanwhile.
 * Structured values are JSON text, because the SDK's {@code up()} throws on any other output (ADR 0005).
 *
 * @param sizes by pool, as applied
 * @param digests of the specifications that the pools were made from, by pool
 */
public record Remembered(Map<String, Integer> sizes, Map<String, String> digests, Optional<String> topicArn) {
    public static final String SIZES = "sizes";
    public static final String DIGESTS = "specifications";
    public static final String TOPIC_ARN = "topicArn";

    private static final JsonMapper JSON = new JsonMapper();

    public Remembered {
        sizes = Map.copyOf(sizes);
        digests = Map.copyOf(digests);
    }

    /** Of a stack that was never updated. */
    public static Remembered nothing() {
        return new Remembered(Map.of(), Map.of(), Optional.empty());
    }

    /** From the texts of the stack's outputs, as {@code pulumi stack output} gives them. */
    public static Remembered of(Map<String, String> outputs) {
        return new Remembered(
                map(outputs.get(SIZES), new TypeReference<>() {}),
                map(outputs.get(DIGESTS), new TypeReference<>() {}),
                Optional.ofNullable(outputs.get(TOPIC_ARN)));
    }

    /** Inside the program: by a reference of the stack to itself. */
    static Remembered in(Context ctx) {
        String self = "%s/%s/%s".formatted(ctx.organizationName(), ctx.projectName(), ctx.stackName());
        StackReference reference = new StackReference(
                "self", StackReferenceArgs.builder().name(self).build());
        Map<String, String> outputs = new TreeMap<>();
        for (String name : new String[] {SIZES, DIGESTS, TOPIC_ARN}) {
            Object value = reference.getValueAsync(name).join();
            if (value instanceof String text) {
                outputs.put(name, text);
            }
        }
        return of(outputs);
    }

    static String json(Map<String, ?> map) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(map));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private static <V> Map<String, V> map(@Nullable String json, TypeReference<Map<String, V>> type) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stack's outputs were not written by this program: " + json, e);
        }
    }
}
