package io.pulumiscale.webhook;

import static io.pulumiscale.webhook.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTest {

    @Test
    void aRequestIsAnIntent() {
        ScalingIntent intent = read("{\"action\":\"set\",\"value\":7,\"reason\":\"launch day\"}");
        assertThat(intent.pool()).isEqualTo("web");
        assertThat(intent.change()).isEqualTo(new Change.SetTo(7));
        assertThat(intent.source()).isEqualTo(Source.MANUAL);
        assertThat(intent.reason()).isEqualTo("launch day, =7");
    }

    @Test
    void theReasonMayBeLeftOut() {
        assertThat(read("{\"action\":\"delta\",\"value\":-2}").reason()).isEqualTo("by hand, -2");
        assertThat(read("{\"action\":\"percent\",\"value\":50,\"reason\":null}").reason())
                .isEqualTo("by hand, +50%");
    }

    @Test
    void withoutAKeyEveryRequestIsMeant() {
        ManualAdapter adapter = Fixture.manual();
        byte[] body = bytes("{\"action\":\"delta\",\"value\":1}");
        assertThat(adapter.read(Fixture.WEB, body, Optional.empty()).deduplicationKey())
                .isNotEqualTo(adapter.read(Fixture.WEB, body, Optional.empty()).deduplicationKey());
    }

    @Test
    void theCallersKeyCountsForOnePool() {
        byte[] body = bytes("{\"action\":\"delta\",\"value\":1}");
        ManualAdapter adapter = Fixture.manual();
        assertThat(adapter.read(Fixture.WEB, body, Optional.of("k")).deduplicationKey())
                .isEqualTo("manual/web/k");
        assertThat(adapter.read(Fixture.WORKERS, body, Optional.of("k")).deduplicationKey())
                .isEqualTo("manual/workers/k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü", "\u0000"})
    void aKeyIsVisibleAscii(String key) {
        byte[] body = bytes("{\"action\":\"delta\",\"value\":1}");
        assertThatThrownBy(() -> Fixture.manual().read(Fixture.WEB, body, Optional.of(key)))
                .isInstanceOf(MalformedPayload.class)
                .hasMessage("Idempotency-Key: 1 to 200 visible ASCII characters are wanted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|action: missing; value: missing",
                "{\"valu\":3}|valu: unknown, did you mean value?",
                "{\"colour\":3}|colour: unknown, there is action, value, reason",
                "{\"\":3}|[\"\"]: unknown",
                "[]|body: an object is wanted",
                "{\"action\":\"grow\",\"value\":\"3\"}|action: \"grow\" is unknown, there is set, delta, percent; value: a whole number is wanted",
                "{\"action\":\"Set\",\"value\":3}|action: \"Set\" is unknown, did you mean set?",
                "{\"action\":\"set\",\"value\":-1}|value: set takes at least 0, not -1",
                "{\"action\":\"set\",\"value\":1e999}|value: a whole number is wanted",
                "{\"action\":\"set\",\"value\":2.0}|value: a whole number is wanted",
                "{\"action\":\"set\",\"value\":99999999999}|value: a number that large makes no sense",
                "{\"action\":\"set\",\"value\":1,\"reason\":\"a\\nb\"}|reason: control characters have no place here",
                "{\"action\":\"set\",\"value\":1,\"reason\":\"\\u202eb\"}|reason: control characters have no place here",
                "{\"action\":\"set\",\"value\":1,\"reason\":\" \"}|reason: 1 to 200 characters are wanted",
                "{\"action\":\"set\",\"value\":1,\"reason\":[]}|reason: text is wanted",
                "{\"action\":\"set\",\"value\":1,\"value\":2}|value: Duplicate field 'value'",
                "{\"action\":\"set\",\"value\":1} x|body: Unrecognized token 'x'",
                "{\"action\":\"set\",\"value\":1}{}|body: something follows the JSON value",
                "{\"action\":\"set\",\"value\":|value: Unexpected end-of-input"
            })
    void whatIsWrongIsSaidByPath(String body, String problems) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedPayload.class)
                .hasMessageContaining(problems);
    }

    @Test
    void sizesAreBounded() {
        String value = "{\"action\":\"set\",\"value\":%s}";
        assertRefused(value.formatted("9".repeat(65)), "value: Number value length (65) exceeds");
        assertRefused(value.formatted("[".repeat(40)), "Document nesting depth (33) exceeds");
        assertRefused("{\"action\":\"set\",\"value\":1,\"reason\":\"" + "x".repeat(201) + "\"}", "reason: 1 to 200");
        assertRefused("", "body: empty, JSON is wanted");
    }

    @Test
    void manyFaultsAreNotAllTold() {
        StringBuilder body = new StringBuilder("{\"k\":1");
        for (int i = 0; i < 1000; i++) {
            body.append(",\"k").append(i).append("\":1");
        }
        assertThatThrownBy(() -> read(body + "}"))
                .isInstanceOfSatisfying(
                        MalformedPayload.class, e -> assertThat(e.faults()).hasSize(50));
    }

    private static void assertRefused(String body, String problem) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedPayload.class)
                .hasMessageContaining(problem);
    }

    private static ScalingIntent read(String body) {
        return Fixture.manual().read(Fixture.WEB, bytes(body), Optional.empty());
    }
}
