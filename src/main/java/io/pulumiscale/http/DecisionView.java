package io.pulumiscale.http;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import java.util.List;

/**
 * A decision as it is shown; times are ISO 8601 in UTC.
 *
 * @param id as {@code /history} pages by
 * @param type {@code resize} or {@code hold}
 */
record DecisionView(long id, String at, String type, int from, int to, String reason, List<String> intents) {

    static DecisionView of(Decided decided) {
        Decision decision = decided.decision();
        Sizes sizes = Sizes.of(decision);
        return new DecisionView(
                decided.id(),
                decided.at().toString(),
                sizes.type(),
                sizes.from(),
                sizes.to(),
                decision.reason(),
                decision.intents().stream().map(IntentId::value).toList());
    }

    /** @param type {@code resize} or {@code hold} */
    record Sizes(String type, int from, int to) {
        static Sizes of(Decision decision) {
            if (decision instanceof Resize resize) {
                return new Sizes("resize", resize.from(), resize.to());
            }
            int size = ((Hold) decision).size();
            return new Sizes("hold", size, size);
        }
    }
}
