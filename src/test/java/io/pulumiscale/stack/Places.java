package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The places of a document, and documents that differ from it in one. */
final class Places {
    private Places() {}

    /** Of every value in it but itself. */
    static List<JsonPointer> of(JsonNode document) {
        List<JsonPointer> places = new ArrayList<>();
        collect(document, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.properties().forEach(entry -> {
            JsonPointer place = at.appendProperty(entry.getKey());
            places.add(place);
            collect(entry.getValue(), place, places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer place = at.appendIndex(i);
            places.add(place);
            collect(node.path(i), place, places);
        }
    }

    static JsonNode with(JsonNode document, JsonPointer place, JsonNode value) {
        JsonNode copy = document.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode mapping) {
            mapping.set(place.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
        }
        return copy;
    }

    static JsonNode without(JsonNode document, JsonPointer place) {
        JsonNode copy = document.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode mapping) {
            mapping.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        }
        return copy;
    }
}
