package io.pulumiscale.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A JSON value, the path at which it stands, and where to complain about it. */
final class Place {
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w-]{1,60}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private final JsonNode node;
    private final String at;
    private final Faults faults;

    Place(JsonNode node, String at, Faults faults) {
        this.node = node;
        this.at = at;
        this.faults = faults;
    }

    String at() {
        return named(at);
    }

    boolean isList() {
        return node.isArray();
    }

    /** The same place with other ears. */
    Place complainingTo(Faults others) {
        return new Place(node, at, others);
    }

    /** The value under a key, whether it is there or not. */
    Place get(String key) {
        return new Place(node.path(key), child(at, key), faults);
    }

    /** Whether there is a value; {@code null} is none. */
    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** The elements of a list; a fault, and none, where it is no list. */
    List<Place> items() {
        if (!node.isArray()) {
            complain("a list is wanted");
        }
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(i -> new Place(node.get(i), item(at, i), faults))
                .toList();
    }

    /** The keys of an object, in order; a fault, and none, where it is no object. */
    List<String> keys() {
        if (!node.isObject()) {
            complain("an object is wanted");
            return List.of();
        }
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** All entries, which must be texts, sorted by key. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        keys().forEach(key -> get(key).text().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** The text; a fault, and nothing, where there is none. */
    Optional<String> text() {
        return node.isTextual() ? Optional.of(node.textValue()) : complain("text is wanted");
    }

    /** The whole number, a JSON number; a fault, and nothing, where it is none or beyond 32 bits. */
    Optional<Integer> number() {
        if (!node.isIntegralNumber()) {
            return complain("a whole number is wanted");
        }
        return node.canConvertToInt() ? Optional.of(node.intValue()) : complain("a number that large makes no sense");
    }

    /** The whole number, as Alertmanager has it in a text. */
    Optional<Integer> numberInText() {
        return node.isIntegralNumber() ? number() : text().flatMap(this::parsed);
    }

    private Optional<Integer> parsed(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return complain("a whole number is wanted, not " + PlainText.quoted(text));
        }
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return complain("a number that large makes no sense");
        }
    }

    /** Notes a fault of this place. */
    <T> Optional<T> complain(String problem) {
        return faults.add(at(), isThere() ? problem : "missing");
    }

    static String child(String at, String key) {
        if (!PLAIN_KEY.matcher(key).matches()) {
            return at + "[" + PlainText.quoted(key) + "]";
        }
        return at.isEmpty() ? key : at + "." + key;
    }

    static String item(String at, int index) {
        return at + "[" + index + "]";
    }

    static String named(String at) {
        return at.isEmpty() ? "body" : at;
    }
}
