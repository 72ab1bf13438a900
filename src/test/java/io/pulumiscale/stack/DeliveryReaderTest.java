package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReaderTest {
    private static final String URL = "https://scaler.example.com";
    private static final String PEOPLE = "arn:aws:sns:us-east-1:123456789012:people";

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void withoutAnEndpointNothingIsDelivered() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void anEndpointIsEnough() {
        assertThat(read(Map.of("endpoint", URL)))
                .contains(new Delivery(Endpoint.of(URL, false).orElseThrow(), List.of()));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsSaidIsRead() {
        assertThat(read(Map.of(
                        "endpoint", URL, "alerts", "{\"tokenIn\":\"query\",\"notify\":[\"%s\"]}".formatted(PEOPLE))))
                .contains(new Delivery(Endpoint.of(URL, true).orElseThrow(), List.of(PEOPLE)));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://scaler.example.com | {} | endpoint: http://scaler.example.com is not a base URL such as "
                        + "https://scaler.example.com, without user, query and fragment",
                "https://h | {\"tokenIn\":\"userinfo\"} | alerts.tokenIn: userinfo is unknown, did you mean userInfo?",
                "https://h | {\"notify\":[\"people\"]} | alerts.notify: people is not an ARN",
                "https://h | {\"notify\":\"people\"} | alerts.notify: a list of texts is needed, not \"people\"",
                "https://h | {\"tokenin\":\"query\"} | alerts.tokenin: unknown, did you mean tokenIn?",
                "https://h | query | alerts: a mapping is needed, not \"query\"",
                "https://h | [] | alerts: a mapping is needed, not []"
            })
    void aFaultIsToldByItsPath(String endpoint, String alerts, String fault) {
        read(Map.of("endpoint", endpoint, "alerts", alerts));
        assertThat(faults).extracting(Fault::toString).containsExactly(fault);
    }

    @Test
    void alertsMeanNothingWithoutAnEndpoint() {
        read(Map.of("alerts", "{}"));
        assertThat(faults).containsExactly(new Fault("alerts", "means nothing without pulumiscale:endpoint"));
    }

    private Optional<Delivery> read(Map<String, String> values) {
        return DeliveryReader.read(key -> Optional.ofNullable(values.get(key)), faults);
    }
}
