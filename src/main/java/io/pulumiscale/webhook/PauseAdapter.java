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
            return new Word(directions, reason, Said.signed(by, signature));
        }
    }

    /** @throws MalformedPayload with everything that is wrong */
    public Word read(byte[] body) {
        Faults faults = new Faults();
        Place root = Json.read(body.length == 0 ? new byte[] {'{', '}'} : body, faults);
        List<String> keys = root.keys();
        faults.check();
        Said.known(keys, KEYS, faults);
        Optional<Set<Direction>> directions = directions(root.get("direction"));
        String reason = Said.reason(root);
        String by = Said.by(root);
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
}
