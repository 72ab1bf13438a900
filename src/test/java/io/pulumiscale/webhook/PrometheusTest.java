package io.pulumiscale.webhook;

import static io.pulumiscale.webhook.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrometheusTest {

    @Test
    void anAlertIsFiringWhileItsEndIsInTheFuture() {
        ScalingIntent intent = only(Fixture.alerts().read(list("\"a\":\"1\",\"pool_name\":\"web\"", "09:32:01Z")));
        assertThat(intent.source()).isEqualTo(Source.PROMETHEUS);
        assertThat(intent.change()).isEqualTo(Fixture.WEB.step(io.pulumiscale.model.Direction.OUT));
        assertThat(intent.reason()).isEqualTo("an alert without a name firing, +3");
    }

    @Test
    void anAlertWhoseEndHasComeIsResolvedUnderTheSameKey() {
        ScalingIntent intent = only(Fixture.alerts().read(list("\"pool_name\":\"web\"", "09:36:00Z")));
        AlertEnd resolved = Fixture.alerts()
                .read(list("\"pool_name\":\"web\"", "09:32:00Z"))
                .resolved()
                .get(0);
        assertThat(resolved.pool()).isEqualTo("web");
        assertThat(resolved.endedAt()).isEqualTo(Instant.parse("2026-11-20T09:32:00Z"));
        assertThat(intent.deduplicationKey()).startsWith(resolved.alert() + "/");
    }

    @Test
    void theKeyIsTheLabelsInWhateverOrder() {
        String one = key("\"alertname\":\"A\",\"pool_name\":\"web\"", "09:35:00Z");
        String again = key("\"pool_name\":\"web\",\"alertname\":\"A\"", "09:36:00Z");
        String other = key("\"pool_name\":\"web\",\"alertname\":\"B\"", "09:36:00Z");
        assertThat(again).isEqualTo(one).startsWith("prometheus/").endsWith("/2026-11-20T09:30:00Z/firing");
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void namesAndValuesDoNotRunIntoEachOther() {
        assertThat(key("\"pool_name\":\"web\",\"a\":\"b1:c\"", "09:36:00Z"))
                .isNotEqualTo(key("\"pool_name\":\"web\",\"a1:b\":\"c\"", "09:36:00Z"));
    }

    @Test
    void anAlertWithoutAnEndIsFaulty() {
        byte[] body = bytes("[{\"labels\":{\"pool_name\":\"web\"},\"startsAt\":\"2026-11-20T09:30:00Z\"}]");
        assertThatThrownBy(() -> Fixture.alerts().read(body))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults()).containsExactly(new Fault("[0].endsAt", "missing")));
    }

    /** Prometheus sends all its alerts to whomever it sends any; those of others are no fault. */
    @Test
    void anAlertThatNamesNoPoolIsNoFaultButIsSaid() {
        Received received = Fixture.alerts().read(list("\"alertname\":\"Watchdog\"", "09:36:00Z"));
        assertThat(received.strays()).containsExactly(new Stray("[0]", Optional.empty(), "no label pool_name"));
        assertThat(received.intents()).isEmpty();
        assertThat(received.ignored()).isEmpty();
    }

    @Test
    void anAlertWhoseLabelsAreNoneIsFaulty() {
        assertThatThrownBy(() -> Fixture.alerts().read(bytes("[{\"labels\":3,\"endsAt\":\"2026-11-20T09:36:00Z\"}]")))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults()).contains(new Fault("[0].labels", "an object is wanted")));
    }

    private static String key(String labels, String end) {
        return only(Fixture.alerts().read(list(labels, end))).deduplicationKey();
    }

    private static ScalingIntent only(Received received) {
        assertThat(received.intents()).hasSize(1);
        return received.intents().get(0);
    }

    private static byte[] list(String labels, String end) {
        return bytes("[{\"labels\":{" + labels + "},\"annotations\":{},\"startsAt\":\"2026-11-20T09:30:00Z\","
                + "\"endsAt\":\"2026-11-20T" + end + "\",\"generatorURL\":\"x\"}]");
    }
}
