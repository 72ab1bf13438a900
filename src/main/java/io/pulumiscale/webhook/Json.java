package io.pulumiscale.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads JSON strictly: one value, no duplicate keys, bounded depth and numbers. */
final class Json {
    private static final int DEPTH = 32;
    private static final int DIGITS = 64;
    /** SNS sends at most 256 KiB, and what it sends is one text. */
    private static final int LONGEST_TEXT = 300_000;

    private static final int LONGEST_KEY = 2_000;
    private static final int LONGEST_PROBLEM = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(DIGITS)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .build());

    private Json() {}

    /** @throws MalformedPayload it is not JSON, says a key twice, or is beyond the bounds */
    static Place read(byte[] body, Faults faults) {
        return new Place(tree(body, ""), "", faults);
    }

    /** Reads JSON that stands as text in other JSON. */
    static Place read(String text, String at, Faults faults) {
        return new Place(tree(text.getBytes(StandardCharsets.UTF_8), at), at, faults);
    }

    private static JsonNode tree(byte[] body, String at) {
        try (JsonParser parser = MAPPER.getFactory().createParser(body)) {
            return tree(parser, at);
        } catch (IOException e) {
            throw MalformedPayload.at(Place.named(at), "cannot be read as JSON");
        }
    }

    private static JsonNode tree(JsonParser parser, String at) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(parser);
            if (root == null || root.isMissingNode()) {
                throw MalformedPayload.at(Place.named(at), "empty, JSON is wanted");
            }
            if (parser.nextToken() != null) {
                throw MalformedPayload.at(Place.named(at), "something follows the JSON value");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw MalformedPayload.at(whereIn(parser, at), problem(e));
        }
    }

    private static String whereIn(JsonParser parser, String at) {
        String path = at;
        for (JsonPointer rest = parser.getParsingContext().pathAsPointer();
                rest != null && !rest.matches();
                rest = rest.tail()) {
            path = rest.mayMatchElement()
                    ? Place.item(path, rest.getMatchingIndex())
                    : Place.child(path, rest.getMatchingProperty());
        }
        return Place.named(path);
    }

    private static String problem(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        String place = where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return PlainText.of(e.getOriginalMessage(), LONGEST_PROBLEM) + place;
    }
}
