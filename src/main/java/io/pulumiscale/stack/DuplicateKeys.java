package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds keys that a document has twice: a tree of it keeps the last only, its tokens still have both. */
final class DuplicateKeys {
    private DuplicateKeys() {}

    /** Their JSON pointers, with dots. */
    static List<String> in(JsonParser parser) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        while (parser.nextToken() != null) {
            String path = parser.getParsingContext().pathAsPointer().toString();
            if (parser.currentToken() == JsonToken.FIELD_NAME && !seen.add(path)) {
                twice.add(path.replace('/', '.'));
            }
        }
        return twice;
    }
}
