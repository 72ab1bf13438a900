package io.pulumiscale.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/** Server-Sent Events, a line after the other, as the HTML standard reads them; ids and times are of no use here. */
final class EventParser {
    private static final String STANDARD = "message";

    private final StringBuilder data = new StringBuilder();
    private String name = STANDARD;

    /** @return what ends with this line */
    Optional<Event> take(String line) {
        if (line.isEmpty()) {
            return end();
        }
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (colon < 0 ? line : line.substring(0, colon)) {
            case "event" -> name = value;
            case "data" -> data.append(value).append('\n');
            default -> {} // a comment that keeps the connection alive, id, retry
        }
        return Optional.empty();
    }

    private Optional<Event> end() {
        String text = data.toString();
        String kind = name;
        data.setLength(0);
        name = STANDARD;
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Event(kind, Json.parse(text)));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // of a later version: the intent itself is asked anyway
        }
    }
}
