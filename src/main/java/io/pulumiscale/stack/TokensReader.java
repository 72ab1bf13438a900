package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import io.pulumiscale.model.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code pulumiscale:tokens}: by the name of each its value, its pools and its rights. No fault repeats a value:
 * whoever set one in the wrong place would find it in a log.
 *
 * @param pools the names that there are
 * @param secret how the value of a token is read
 */
record TokensReader(Collection<String> pools, Secret secret) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final String ALL = "all";

    static final Fault NO_MAPPING =
            new Fault("tokens", "a mapping is needed, from each token's name to its value, its pools and its rights");

    /** In the file values are encrypted, from the engine they are not. */
    @FunctionalInterface
    interface Secret {
        /** Empty without a fault where it is not to be known. */
        Optional<String> read(Section token, String key);
    }

    List<AccessToken> read(JsonNode tokens, List<Fault> faults) {
        if (tokens.isMissingNode()) {
            return List.of();
        }
        if (!tokens.isObject()) {
            faults.add(NO_MAPPING);
            return List.of();
        }
        List<AccessToken> read = new ArrayList<>();
        tokens.properties()
                .forEach(
                        entry -> token(entry.getKey(), entry.getValue(), faults).ifPresent(read::add));
        return read;
    }

    private Optional<AccessToken> token(String name, JsonNode node, List<Fault> faults) {
        Section section = Section.discreet("tokens." + name, node, faults);
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault(section.path(), "a name has up to 31 of a-z, 0-9 and -, and begins with a letter"));
        }
        if (!node.isObject()) {
            return Optional.empty();
        }
        Optional<String> value = secret.read(section, "value");
        Grant grant = new Grant(name, rights(section), pools(section));
        section.end();
        return value.map(it -> new AccessToken(it, grant));
    }

    private static Set<Right> rights(Section section) {
        return known(section, "rights", Right.keys()).stream()
                .map(Right::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Every pool has to be said: who forgets it should not give away all. */
    private Optional<Set<String>> pools(Section section) {
        return section.value("pools").asText().equals(ALL)
                ? Optional.empty()
                : Optional.of(Set.copyOf(known(section, "pools", pools)));
    }

    private static List<String> known(Section section, String key, Collection<String> known) {
        List<String> words = section.texts(key);
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isBlank() && !known.contains(words.get(i))) {
                section.fault("%s[%d]".formatted(key, i), Spelling.unknown(words.get(i), known));
            }
        }
        return words;
    }
}
