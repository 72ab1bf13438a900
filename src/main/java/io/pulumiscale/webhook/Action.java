package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words for a change that has a number. */
enum Action {
    SET("set", 0),
    DELTA("delta", Integer.MIN_VALUE),
    PERCENT("percent", -100);

    private final String word;
    private final int least;

    Action(String word, int least) {
        this.word = word;
        this.least = least;
    }

    static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(action -> action.word).toList();
    }

    /** The change by this number; a fault at {@code place}, and nothing, where the number is out of range. */
    Optional<Change> by(int number, Place place) {
        return number < least
                ? place.complain("%s takes at least %d, not %d".formatted(word, least, number))
                : Optional.of(change(number));
    }

    private Change change(int number) {
        return switch (this) {
            case SET -> new Change.SetTo(number);
            case DELTA -> new Change.Delta(number);
            case PERCENT -> new Change.Percent(number);
        };
    }
}
