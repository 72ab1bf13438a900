package io.pulumiscale.webhook;

import static io.pulumiscale.webhook.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
    private static final String FAULTY = "{\"status\":\"burning\",\"labels\":{\"alertname\":\"A\"},"
            + "\"annotations\":{},\"startsAt\":\"yesterday\",\"fingerprint\":\"f\"}";

    @Test
    void everyAlertOfTheRecordedGroupCountsByItsOwnStatus() {
        Received received = Fixture.alerts().read(bytes(Fixture.payload("alertmanager-firing.json")));
        assertThat(received.intents()).hasSize(1);
        ScalingIntent intent = received.intents().get(0);
        assertThat(intent.pool()).isEqualTo("workers");
        assertThat(intent.change()).isEqualTo(new Change.Delta(2));
        assertThat(intent.source()).isEqualTo(Source.ALERTMANAGER);
        assertThat(intent.reason()).isEqualTo("QueueBacklog firing, +2");
        assertThat(intent.deduplicationKey())
                .isEqualTo("alertmanager/b1c3f0a7d2e45519/2026-11-20T09:30:00.123Z/firing");
        assertThat(intent.receivedAt()).isEqualTo(Fixture.NOW);
        assertThat(received.resolved())
                .containsExactly(new AlertEnd(
                        "alertmanager/0f1e2d3c4b5a6978",
                        "web",
                        Source.ALERTMANAGER,
                        Instant.parse("2026-11-20T09:29:00Z")));
        assertThat(received.ignored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, +3",
                "-, 2, +2",
                "-, -2, -2",
                "delta, +5, +5",
                "set, 7, =7",
                "percent, -25, -25%",
                "scaleOut, -, +3",
                "scaleIn, -, -1"
            })
    void annotationsSayWhatIsWanted(String action, String value, String change) {
        ScalingIntent intent =
                Fixture.alerts().read(group(annotated(action, value))).intents().get(0);
        assertThat(intent.change().text()).isEqualTo(change);
        assertThat(intent.reason()).isEqualTo("HighCPU firing, " + change);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "set, -, alerts[0].annotations.pulumiscale_value, missing",
                "set, -1, alerts[0].annotations.pulumiscale_value, `set takes at least 0, not -1`",
                "percent, -101, alerts[0].annotations.pulumiscale_value, `percent takes at least -100, not -101`",
                "delta, 2.5, alerts[0].annotations.pulumiscale_value, `a whole number is wanted, not \"2.5\"`",
                "delta, 1e999, alerts[0].annotations.pulumiscale_value, `a whole number is wanted, not \"1e999\"`",
                "-, 99999999999, alerts[0].annotations.pulumiscale_value, a number that large makes no sense",
                "scaleOut, 2, alerts[0].annotations.pulumiscale_value, scaleOut takes no value",
                "scaleout, -, alerts[0].annotations.pulumiscale_action, `\"scaleout\" is unknown, did you mean scaleOut?`"
            })
    void annotationsThatMakeNoSenseAreRefusedByPath(String action, String value, String at, String problem) {
        assertFaults(group(annotated(action, value)), new Fault(at, problem));
    }

    @Test
    void oneBadAlertDoesNotLoseTheGoodOnes() {
        Received received = Fixture.alerts().read(group(FAULTY + "," + annotated(null, "1")));
        assertThat(received.intents()).extracting(ScalingIntent::pool).containsExactly("web");
        assertThat(received.ignored())
                .containsExactly(
                        new Ignored("alerts[0].labels.pool_name", "missing"),
                        new Ignored("alerts[0].status", "\"burning\" is neither firing nor resolved"),
                        new Ignored("alerts[0].startsAt", "a timestamp is wanted, not \"yesterday\""));
    }

    @Test
    void nothingButBadAlertsIsRefusedWithEveryFault() {
        assertThatThrownBy(() -> Fixture.alerts().read(group(FAULTY + "," + FAULTY)))
                .isInstanceOfSatisfying(
                        MalformedPayload.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::at)
                                .contains("alerts[0].labels.pool_name", "alerts[1].startsAt")
                                .hasSize(6));
    }

    @Test
    void anUnknownPoolIsIgnoredAndSaid() {
        String stranger = annotated(null, null).replace("\"web\"", "\"we\\nb\"");
        Received received = Fixture.alerts().read(group(stranger));
        assertThat(received.intents()).isEmpty();
        assertThat(received.strays()).containsExactly(new Stray("alerts[0]", Optional.of("web"), "no pool \"web\""));
        assertThat(received.ignored()).isEmpty();
    }

    @Test
    void whatAlertmanagerHasLeftOutOfTheGroupIsSaid() {
        Received received = Fixture.alerts().read(truncated("3"));
        assertThat(received.intents()).hasSize(1);
        assertThat(received.ignored())
                .containsExactly(new Ignored(
                        "truncatedAlerts", "3 more alerts of the group were not sent: raise the webhook's max_alerts"));
        assertThat(Fixture.alerts().read(truncated("0")).ignored()).isEmpty();
        assertThat(Fixture.alerts().read(truncated("null")).ignored()).isEmpty();
    }

    @Test
    void aFaultyCountOfWhatIsLeftOutDoesNotLoseTheAlerts() {
        Received received = Fixture.alerts().read(truncated("\"many\""));
        assertThat(received.intents()).hasSize(1);
        assertThat(received.ignored()).containsExactly(new Ignored("truncatedAlerts", "a whole number is wanted"));
    }

    @Test
    void anAlertOfAGroupThatNamesNoPoolIsFaulty() {
        Received received = Fixture.alerts()
                .read(group(annotated(null, "1") + "," + annotated(null, "1").replace("pool_", "")));
        assertThat(received.intents()).hasSize(1);
        assertThat(received.ignored()).containsExactly(new Ignored("alerts[1].labels.pool_name", "missing"));
    }

    @Test
    void anEmptyGroupIsNothing() {
        assertThat(Fixture.alerts().read(group(""))).isEqualTo(Received.joined(List.of()));
    }

    @Test
    void theLabelThatNamesThePoolIsConfigurable() {
        AlertAdapter adapter = new AlertAdapter(() -> Fixture.POOLS, "service", 1_000, Fixture.intents());
        byte[] body = group(annotated(null, "1").replace("pool_name", "service"));
        assertThat(adapter.read(body).intents()).hasSize(1);
    }

    @Test
    void moreAlertsThanAreTakenAtOnceAreRefusedAltogether() {
        AlertAdapter adapter = new AlertAdapter(() -> Fixture.POOLS, "pool_name", 2, Fixture.intents());
        String one = annotated(null, "1");
        assertThat(adapter.read(group(one + "," + one)).intents()).hasSize(2);
        assertThatThrownBy(() -> adapter.read(group(one + "," + one + "," + one)))
                .isInstanceOf(TooManyAlerts.class)
                .hasMessageContainingAll("3 alerts", "2 are taken", "max_alerts");
    }

    @Test
    void namesFromOutsideAreOneBoundedLine() {
        String long_ = annotated(null, "1").replace("HighCPU", "Hi\\r\\ngh\\u202eCPU\\u0000" + "x".repeat(5000));
        String reason = Fixture.alerts().read(group(long_)).intents().get(0).reason();
        assertThat(reason).startsWith("HighCPUx").hasSizeLessThan(220).endsWith("…, +1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|alerts|missing",
                "{\"alerts\":{}}|alerts|a list is wanted",
                "3|alerts|missing",
                "{\"alerts\":[3]}|alerts[0].labels|missing"
            })
    void whatIsNoListOfAlertsIsRefused(String body, String at, String problem) {
        assertThatThrownBy(() -> Fixture.alerts().read(bytes(body)))
                .isInstanceOfSatisfying(
                        MalformedPayload.class, e -> assertThat(e.faults()).contains(new Fault(at, problem)));
    }

    private static void assertFaults(byte[] body, Fault... faults) {
        assertThatThrownBy(() -> Fixture.alerts().read(body))
                .isInstanceOfSatisfying(
                        MalformedPayload.class, e -> assertThat(e.faults()).containsExactly(faults));
    }

    private static byte[] group(String alerts) {
        return bytes("{\"version\":\"4\",\"status\":\"firing\",\"alerts\":[" + alerts + "]}");
    }

    private static byte[] truncated(String count) {
        return bytes("{\"truncatedAlerts\":" + count + ",\"alerts\":[" + annotated(null, "1") + "]}");
    }

    private static String annotated(@Nullable String action, @Nullable String value) {
        String annotations = (action == null ? "" : "\"pulumiscale_action\":\"" + action + "\",")
                + (value == null ? "" : "\"pulumiscale_value\":\"" + value + "\",")
                + "\"summary\":\"s\"";
        return "{\"status\":\"firing\",\"labels\":{\"alertname\":\"HighCPU\",\"pool_name\":\"web\"},"
                + "\"annotations\":{" + annotations + "},\"startsAt\":\"2026-11-20T09:30:00+01:00\","
                + "\"endsAt\":\"0001-01-01T00:00:00Z\",\"fingerprint\":\"abc123\"}";
    }
}
