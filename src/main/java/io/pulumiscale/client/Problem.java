package io.pulumiscale.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a scaler says no: RFC 9457.
 *
 * @param faults each with its place, where there are any
 */
record Problem(String detail, List<String> faults) {

    /** Empty if it is none: whoever else answers, a proxy, says it otherwise. */
    static Optional<Problem> in(String body) {
        try {
            JsonNode json = Json.parse(body);
            if (!json.path("detail").isTextual()) {
                return Optional.empty();
            }
            List<String> faults = new ArrayList<>();
            json.path("errors")
                    .forEach(it -> faults.add(
                            it.path("at").asText() + ": " + it.path("problem").asText()));
            return Optional.of(new Problem(json.path("detail").asText(), faults));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Every fault, as the detail has but the first of them. */
    String told() {
        return faults.isEmpty() ? detail : String.join("; ", faults);
    }
}
