package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code pulumiscale:endpoint} and {@code pulumiscale:alerts}. A scoped run needs neither. */
final class DeliveryReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDPOINT = "endpoint";
    private static final String ALERTS = "alerts";
    private static final String QUERY = "query";
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d{0,12}:.+");

    private DeliveryReader() {}

    /**
     * Empty if there is no endpoint, or it is faulty.
     *
     * @param values of {@code pulumiscale:KEY} as the engine hands them over: texts as they are, all else as JSON
     */
    static Optional<Delivery> read(Function<String, Optional<String>> values, List<Fault> faults) {
        Section alerts = new Section(
                ALERTS, values.apply(ALERTS).map(DeliveryReader::parsed).orElse(nothing()), faults);
        boolean inQuery = alerts.has("tokenIn")
                && alerts.choice("tokenIn", List.of("userInfo", QUERY))
                        .filter(QUERY::equals)
                        .isPresent();
        List<String> notify = alerts.textsLike("notify", ARN, "an ARN");
        alerts.end();
        Optional<String> text = values.apply(ENDPOINT);
        Optional<Endpoint> endpoint = text.flatMap(url -> Endpoint.of(url, inQuery));
        if (text.isPresent() && endpoint.isEmpty()) {
            faults.add(new Fault(
                    ENDPOINT,
                    "%s is not a base URL such as https://scaler.example.com, without user, query and fragment"
                            .formatted(text.get())));
        }
        if (text.isEmpty() && values.apply(ALERTS).isPresent()) {
            faults.add(new Fault(ALERTS, "means nothing without pulumiscale:endpoint"));
        }
        return endpoint.map(url -> new Delivery(url, notify));
    }

    private static JsonNode nothing() {
        return JSON.createObjectNode();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text); // which is no mapping, and said to be none
        }
    }
}
