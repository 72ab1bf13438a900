package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The durations of a section. */
record Durations(Section section) {

    Duration read(String key, Duration least, Duration most, Duration otherwise) {
        JsonNode value = section.value(key);
        return value.isMissingNode() ? otherwise : checked(key, text(value), least, most);
    }

    private static String text(JsonNode value) {
        return value.asText().isBlank() ? Section.shown(value) : value.asText();
    }

    private Duration checked(String key, String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                section.fault(key, "%s is not between %s and %s".formatted(text, least, most));
            }
            return duration;
        } catch (DateTimeParseException e) {
            section.fault(key, "a duration such as PT5M is needed, not " + text);
            return least;
        }
    }
}
