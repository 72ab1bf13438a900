package io.pulumiscale.webhook;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says to pause or resume a pool: {@code {"direction":"out"|"in"|"all","reason":"…","by":"…"}}. All of it is
 * optional, the body too.
 */
public final class PauseAdapter {
    private static final List<String> KEYS = List.of("direction", "reason", "by");
    private static final Map<String, Set<Direction>> DIRECTIONS = Map.of(
            "out", Set.of(Direction.OUT), "in", Set.of(Direction.IN), "all", Set.of(Direction.OUT, Direction.IN));
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 100;

    /**
     * @param reason for people; may be empty
     * @param by who says it, as they say themselves; may be empty
     */
    public record Word(Set<Direction> directions, String reason, String by) {
        public Word {
            directions = Set.copyOf(directions);
        }

        /** The same with what is known of who says it. */
        public Word signed(String signature) {
            return new Word(directions, reason, by.isEmpty() ? signature : "%s, %s".formatted(by, signature));
        }
    }

    /** @throws MalformedPayload with everything that is wrong */
    public Word read(byte[] body) {
        Faults faults = new Faults();
        Place root = Json.read(body.length == 0 ? new byte[] {'{', '}'} : body, faults);
        List<String> keys = root.keys();
        faults.check();
        keys.stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(Place.child("", key), Spelling.unknown(key, KEYS)));
        Optional<Set<Direction>> directions = directions(root.get("direction"));
        String reason = text(root.get("reason"), LONGEST_REASON);
        String by = text(root.get("by"), LONGEST_NAME);
        faults.check();
        return new Word(directions.orElseThrow(), reason, by);
    }

    private static Optional<Set<Direction>> directions(Place place) {
        return place.isThere()
                ? place.text()
                        .flatMap(word -> Optional.ofNullable(DIRECTIONS.get(word))
                                .or(() -> place.complain(PlainText.quoted(word) + " is "
                                        + Spelling.unknown(
                                                word,
                                                DIRECTIONS.keySet().stream()
                                                        .sorted()
                                                        .toList()))))
                : Optional.ofNullable(DIRECTIONS.get("all"));
    }

    private static String text(Place place, int longest) {
        return place.isThere()
                ? place.text().flatMap(text -> fit(text, longest, place)).orElse("")
                : "";
    }

    private static Optional<String> fit(String text, int longest, Place place) {
        if (text.length() > longest) {
            return place.complain("at most %d characters are wanted".formatted(longest));
        }
        return PlainText.isFit(text)
                ? Optional.of(text.strip())
                : place.complain("control characters have no place here");
    }
}
