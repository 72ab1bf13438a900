package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulumiscale.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One mapping of the configuration, read key by key. Whatever is wrong goes to the list of faults and a harmless value
 * is given back, so that a reader goes on and finds the rest too.
 */
final class Section {
    private static final String SECURE = "secure";

    private final String path;
    private final JsonNode node;
    private final List<Fault> faults;
    private final Set<String> known = new TreeSet<>();
    private final Function<JsonNode, String> shown;

    Section(String path, JsonNode node, List<Fault> faults) {
        this(path, node, faults, Section::shown);
    }

    private Section(String path, JsonNode node, List<Fault> faults, Function<JsonNode, String> shown) {
        this.path = path;
        this.node = node;
        this.faults = faults;
        this.shown = shown;
        if (!node.isObject()) {
            faults.add(new Fault(path, "a mapping is needed, not " + shown.apply(node)));
        }
    }

    /** One whose faults say of what kind a value is, and never which: it may be a secret. */
    static Section discreet(String path, JsonNode node, List<Fault> faults) {
        return new Section(path, node, faults, Section::kind);
    }

    String path() {
        return path;
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How many there are by now, here and elsewhere: what was read without a new one can be compared. */
    int faults() {
        return faults.size();
    }

    int integer(String key, int least, int most) {
        return required(key) ? checked(key, least, most) : least;
    }

    int integer(String key, int least, int most, int otherwise) {
        return value(key).isMissingNode() ? otherwise : checked(key, least, most);
    }

    /** Any number, with or without a fraction. */
    double decimal(String key) {
        JsonNode value = value(key);
        if (required(key) && (!value.isNumber() || !Double.isFinite(value.doubleValue()))) {
            fault(key, "a number is needed, not " + shown(value));
        }
        return value.doubleValue();
    }

    /** Empty without a fault if it is not there, with one if it is wrong. */
    OptionalInt optionalInteger(String key, int least, int most) {
        int before = faults();
        int integer = integer(key, least, most, least);
        return has(key) && faults() == before ? OptionalInt.of(integer) : OptionalInt.empty();
    }

    boolean has(String key) {
        return !value(key).isMissingNode();
    }

    String text(String key) {
        return required(key) ? checked(key) : "";
    }

    String text(String key, String otherwise) {
        return value(key).isMissingNode() ? otherwise : checked(key);
    }

    /** A text that matches; {@code rule} says to people what does. */
    String text(String key, Pattern pattern, String rule) {
        String text = text(key);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fault(key, "%s is not %s".formatted(text, rule));
        }
        return text;
    }

    /** The same, for a text that need not be there and is empty then. */
    String optionalText(String key, Pattern pattern, String rule) {
        return has(key) ? text(key, pattern, rule) : "";
    }

    Optional<String> choice(String key, List<String> choices) {
        String text = text(key);
        if (text.isEmpty() || choices.contains(text)) {
            return Optional.of(text).filter(choices::contains);
        }
        fault(key, text + " is " + Spelling.unknown(text, choices));
        return Optional.empty();
    }

    List<String> texts(String key) {
        return required(key) ? checkedTexts(key) : List.of();
    }

    List<String> texts(String key, List<String> otherwise) {
        return value(key).isMissingNode() ? otherwise : checkedTexts(key);
    }

    /** The texts of a mapping, by key; empty if it is not there. */
    Map<String, String> textsByKey(String key) {
        return texts(key, JsonNode::isTextual);
    }

    /** The same; some may be secrets, as for {@link #secret}. */
    Map<String, String> secretsByKey(String key) {
        return texts(key, value -> value.isTextual() || encrypted(value));
    }

    private Map<String, String> texts(String key, Predicate<JsonNode> good) {
        JsonNode mapping = value(key);
        if (!mapping.isMissingNode() && !mapping.isObject()) {
            fault(key, "a mapping is needed, not " + shown(mapping));
        }
        Map<String, String> texts = new TreeMap<>();
        mapping.properties().forEach(entry -> {
            if (!good.test(entry.getValue())) {
                fault(key + "." + entry.getKey(), "a text is needed, not " + shown(entry.getValue()));
            }
            texts.put(entry.getKey(), entry.getValue().asText());
        });
        return texts;
    }

    /** Whole numbers; empty if they are not there. */
    List<Integer> integers(String key, int least, int most) {
        JsonNode list = value(key);
        if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
            fault(key, "a list of whole numbers is needed, not " + shown(list));
            return List.of();
        }
        List<Integer> integers = new ArrayList<>();
        list.forEach(item -> {
            if (item.isIntegralNumber()
                    && item.canConvertToInt()
                    && item.intValue() >= least
                    && item.intValue() <= most) {
                integers.add(item.intValue());
            } else {
                fault(key, "%s is not a whole number from %d to %d".formatted(shown(item), least, most));
            }
        });
        return integers;
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, "true or false is needed, not " + shown.apply(value));
        }
        return value.asBoolean(otherwise);
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** A text that the engine has decrypted; in the file it is what stands for it, {@code secure: v1:…}. */
    Optional<String> secret(String key) {
        JsonNode value = value(key);
        return encrypted(value) ? Optional.of(value.path(SECURE).asText()) : optionalText(key);
    }

    /** As the CLI writes it: a mapping with anything else in it is none to the engine. */
    static boolean encrypted(JsonNode value) {
        return value.size() == 1 && value.path(SECURE).isTextual();
    }

    /** A mapping in this one, which its reader has to end; empty if it is not there. */
    Optional<Section> section(String key) {
        return has(key) ? Optional.of(new Section(path + "." + key, value(key), faults)) : Optional.empty();
    }

    /** A list of texts that all match; empty if it is not there. */
    List<String> textsLike(String key, Pattern pattern, String rule) {
        List<String> texts = texts(key, List.of());
        texts.stream()
                .filter(text -> !text.isBlank() && !pattern.matcher(text).matches())
                .forEach(text -> fault(key, "%s is not %s".formatted(text, rule)));
        return texts;
    }

    /** The mappings in a mapping, each of which its reader has to end; what is none of them is a fault. */
    List<Section> sectionsIn(String key) {
        JsonNode mapping = value(key);
        if (!mapping.isObject() || mapping.isEmpty()) {
            fault(key, "a mapping of mappings is needed, not " + shown(mapping));
        }
        return mapping.properties().stream()
                .map(entry -> new Section("%s.%s.%s".formatted(path, key, entry.getKey()), entry.getValue(), faults))
                .toList();
    }

    /** Those items of a list that are mappings; the others are faults. */
    List<Section> sections(String key) {
        JsonNode list = value(key);
        if (!list.isMissingNode() && !list.isArray()) {
            fault(key, "a list of mappings is needed, not " + shown.apply(list));
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Section("%s.%s[%d]".formatted(path, key, i), list.path(i), faults, shown))
                .filter(section -> section.node.isObject())
                .toList();
    }

    void fault(String key, String problem) {
        faults.add(new Fault(path + "." + key, problem));
    }

    /** To be called last: what was never asked for is unknown. */
    void end() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                fault(key, Spelling.unknown(key, known));
            }
        });
    }

    /** Whether it is there; a fault if not. */
    boolean required(String key) {
        if (value(key).isMissingNode()) {
            if (node.isObject()) {
                fault(key, "missing");
            }
            return false;
        }
        return true;
    }

    /** Missing where it is null too; whoever asks knows the key. */
    JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private int checked(String key, int least, int most) {
        JsonNode value = value(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fault(key, "a whole number is needed, not " + shown.apply(value));
            return least;
        }
        if (value.intValue() < least || value.intValue() > most) {
            fault(key, "%d is not between %d and %d".formatted(value.intValue(), least, most));
            return least;
        }
        return value.intValue();
    }

    private String checked(String key) {
        JsonNode value = value(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            fault(key, "a text is needed, not " + shown.apply(value));
            return "";
        }
        return value.textValue();
    }

    private List<String> checkedTexts(String key) {
        JsonNode value = value(key);
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.isTextual() ? item.textValue() : ""));
        if (!value.isArray() || texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            fault(key, "a list of texts is needed, not " + shown.apply(value));
        }
        return List.copyOf(texts);
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
            case NUMBER -> "a number";
            case OBJECT, POJO -> "a mapping";
            case BINARY, STRING -> "a text";
        };
    }
}
