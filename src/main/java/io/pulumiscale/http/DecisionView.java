package io.pulumiscale.http;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import java.util.List;

/**
 * A decision as {@code /pools} shows it.
 *
 * @param type {@code resize} or {@code hold}
 */
record DecisionView(String type, int from, int to, String reason, List<String> intents) {

    static DecisionView of(Decision decision) {
        List<String> intents = decision.intents().stream().map(IntentId::value).toList();
        if (decision instanceof Resize resize) {
            return new DecisionView("resize", resize.from(), resize.to(), resize.reason(), intents);
        }
        int size = ((Hold) decision).size();
        return new DecisionView("hold", size, size, decision.reason(), intents);
    }
}
