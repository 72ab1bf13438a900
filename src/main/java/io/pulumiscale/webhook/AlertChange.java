package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an alert's annotations ask for. {@code pulumiscale_action} is {@code set}, {@code delta} or {@code percent} with
 * {@code pulumiscale_value} as its number, or {@code scaleOut} or {@code scaleIn} for the pool's own step. A value alone
 * is a delta; neither is the pool's own step out.
 */
final class AlertChange {
    private static final Map<String, Direction> STEPS = Map.of("scaleOut", Direction.OUT, "scaleIn", Direction.IN);
    private static final List<String> WORDS = Stream.concat(Action.words().stream(), Stream.of("scaleOut", "scaleIn"))
            .toList();

    private AlertChange() {}

    static Optional<Change> of(Place annotations, Pool pool) {
        Place action = annotations.get("pulumiscale_action");
        Place value = annotations.get("pulumiscale_value");
        if (action.isThere()) {
            return action.text().flatMap(word -> named(word, action, value, pool));
        }
        return value.isThere() ? numbered(Action.DELTA, value) : Optional.of(pool.step(Direction.OUT));
    }

    private static Optional<Change> named(String word, Place action, Place value, Pool pool) {
        Optional<Direction> step = Optional.ofNullable(STEPS.get(word));
        if (step.isPresent()) {
            return value.isThere() ? value.complain(word + " takes no value") : step.map(pool::step);
        }
        Optional<Action> known = Action.of(word);
        if (known.isEmpty()) {
            return action.complain(PlainText.quoted(word) + " is " + Spelling.unknown(word, WORDS));
        }
        return known.flatMap(it -> numbered(it, value));
    }

    private static Optional<Change> numbered(Action action, Place value) {
        return value.numberInText().flatMap(number -> action.by(number, value));
    }
}
