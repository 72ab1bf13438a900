package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds keys that a document has twice: a tree of it keeps the last only, its tokens still have both. */
final class DuplicateKeys {
    private DuplicateKeys() {}

    /** Where they are, e.g. {@code .web.schedule[0].min}; of what is inside a key that is there twice, nothing. */
    static List<String> in(JsonParser parser) throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        while (parser.nextToken() != null) {
            String path = parser.getParsingContext().pathAsPointer().toString();
            if (parser.currentToken() == JsonToken.FIELD_NAME && !seen.add(path) && !inside(twice, path)) {
                twice.add(path);
            }
        }
        return twice.stream()
                .map(path -> path.replaceAll("/(\\d+)(?=/)", "[$1]").replace('/', '.'))
                .toList();
    }

    private static boolean inside(Set<String> twice, String path) {
        return twice.stream().anyMatch(outer -> path.startsWith(outer + "/"));
    }
}
