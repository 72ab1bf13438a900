package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRoutesTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aDecisionIsShownWithWhoAskedAndWhatBecameOfIt() {
        door.scaler.history(resize(4));
        JsonNode entry = Door.json(door.get("/history")).at("/entries/0");
        assertThat(entry.toString())
                .startsWith("{\"id\":4,\"at\":\"2026-11-20T09:00:00Z\",\"pool\":\"web\",\"type\":\"resize\",\"from\":2,"
                        + "\"to\":5,\"reason\":\"HighCPU firing, +3\",\"intents\":1,\"asked\":[{\"intent\":\"i1\","
                        + "\"pool\":\"web\",\"source\":\"alertmanager\",\"change\":\"+3\",\"reason\":\"i1, +3\","
                        + "\"receivedAt\":\"2026-11-20T09:32:00Z\"}],\"update\":{\"id\":7,\"status\":\"STALLED\"");
        assertThat(entry.at("/update/seconds").doubleValue()).isEqualTo(8.0);
    }

    @Test
    void aHoldHasNoUpdate() {
        door.scaler.history(hold(3));
        JsonNode entry = Door.json(door.get("/history")).at("/entries/0");
        assertThat(entry.path("type").textValue()).isEqualTo("hold");
        assertThat(entry.path("update").isNull()).isTrue();
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        door.scaler.history(hold(9), hold(8), hold(5));
        JsonNode first = Door.json(door.get("/history?limit=2"));
        assertThat(first.path("entries")).hasSize(2);
        assertThat(first.path("next").longValue()).isEqualTo(8);
        assertThat(Door.json(door.get("/history?limit=3")).path("next").isNull())
                .as("there is no fourth")
                .isTrue();
        door.get("/history?before=8");
        assertThat(door.scaler.asked().before()).contains(8L);
    }

    @Test
    void aPoolAndATimeNarrowIt() {
        door.get("/history?pool=web&since=PT6H");
        assertThat(door.scaler.asked().pools()).containsExactly("web");
        assertThat(door.scaler.asked().since()).contains(door.clock.instant().minus(Duration.ofHours(6)));
        door.get("/history?since=2026-11-20T08:00:00%2B01:00");
        assertThat(door.scaler.asked().since()).contains(Instant.parse("2026-11-20T07:00:00Z"));
        assertThat(door.scaler.asked().pools()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=ten",
                "limit=-1",
                "before=x",
                "before=0",
                "since=yesterday",
                "since=P",
                "since=-PT1H",
                "since=PT-1H",
                "since=P99999999999D",
                "since=2026-11-20",
                "limit=1&limit=2",
                "pol=web",
                "before=99999999999999999999"
            })
    void whatIsNotUnderstoodIsRefused(String query) {
        assertProblem(door.get("/history?" + query), 400, "");
    }

    static HistoryEntry resize(long id) {
        return new HistoryEntry(
                new Decided(id, THEN, FakeScaler.GROWN, Optional.of(7L)),
                List.of(Samples.alert("i1", "web", new Delta(3))),
                Optional.of(FakeScaler.stalled()));
    }

    static HistoryEntry hold(long id) {
        return new HistoryEntry(
                new Decided(id, THEN, new Hold("web", 3, "cooldown", List.of(new IntentId("i1"))), Optional.empty()),
                List.of(),
                Optional.empty());
    }
}
