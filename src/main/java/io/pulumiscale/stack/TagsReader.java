package io.pulumiscale.stack;

import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code tags} of AWS resources. */
final class TagsReader {
    /** The tag by which a pool's resources are found. */
    static final String POOL = "pulumiscale:pool";

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST = 40;

    private TagsReader() {}

    static Map<String, String> read(Section section) {
        Map<String, String> tags = section.textsByKey("tags");
        tags.forEach((key, value) -> problems(key, value).forEach(problem -> section.fault("tags." + key, problem)));
        if (tags.size() > MOST) {
            section.fault("tags", "there are %d; more than %d are too many".formatted(tags.size(), MOST));
        }
        return tags;
    }

    private static Stream<String> problems(String key, String value) {
        return Stream.of(
                        key.startsWith("aws:") || key.equals(POOL) ? "this key is not yours to set" : "",
                        key.length() > LONGEST_KEY ? "a key has up to %d characters".formatted(LONGEST_KEY) : "",
                        value.length() > LONGEST_VALUE
                                ? "a value has up to %d characters".formatted(LONGEST_VALUE)
                                : "")
                .filter(problem -> !problem.isEmpty());
    }
}
