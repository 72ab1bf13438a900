package io.pulumiscale.stack;

import io.pulumiscale.model.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads what an alarm asks for.
 *
 * @param out what {@code scaleOut} is: the pool's own step
 * @param in likewise
 */
record Steps(Change out, Change in) {
    private static final String SET = "set";
    private static final String DELTA = "delta";
    private static final String PERCENT = "percent";
    private static final List<String> ACTIONS = List.of("scaleOut", "scaleIn", DELTA, PERCENT, SET);
    private static final int LARGEST_PERCENT = 10_000;

    /** With a fault, and no change at all, where it makes no sense. */
    Change read(Section rule) {
        return rule.choice("action", ACTIONS)
                .flatMap(action -> change(rule, action))
                .orElse(new Change.Delta(0));
    }

    private Optional<Change> change(Section rule, String action) {
        return switch (action) {
            case "scaleOut" -> step(rule, action, out);
            case "scaleIn" -> step(rule, action, in);
            case SET -> value(rule, action, 0, PoolSpecReader.LARGEST).map(Change.SetTo::new);
            case PERCENT -> value(rule, action, -100, LARGEST_PERCENT).map(Change.Percent::new);
            default ->
                value(rule, action, -PoolSpecReader.LARGEST, PoolSpecReader.LARGEST)
                        .map(Change.Delta::new);
        };
    }

    private static Optional<Change> step(Section rule, String action, Change step) {
        if (rule.has("value")) {
            rule.fault("value", "means nothing with %s: the pool's own step counts".formatted(action));
        }
        return Optional.of(step);
    }

    private static Optional<Integer> value(Section rule, String action, int least, int most) {
        if (!rule.has("value")) {
            rule.fault("value", "missing: %s needs one".formatted(action));
            return Optional.empty();
        }
        OptionalInt value = rule.optionalInteger("value", least, most);
        if (value.isPresent() && value.getAsInt() == 0 && !action.equals(SET)) {
            rule.fault("value", "0 changes nothing");
        }
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
