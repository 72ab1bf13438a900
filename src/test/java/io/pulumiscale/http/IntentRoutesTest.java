package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentRoutesTest {
    private static final ScalingIntent INTENT = Samples.person("i1", "web", new Delta(3));

    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whatWaitsSaysSo() {
        door.scaler.story(new IntentStory(INTENT, true, List.of()));
        JsonNode answer = Door.json(door.get("/intents/i1"));
        assertThat(answer.toString())
                .isEqualTo("{\"intent\":\"i1\",\"pool\":\"web\",\"source\":\"manual\",\"change\":\"+3\","
                        + "\"reason\":\"i1, +3\",\"receivedAt\":\"2026-11-20T09:32:00Z\",\"state\":\"waiting\","
                        + "\"why\":null,\"approval\":null,\"decision\":null,\"earlier\":[]}");
    }

    @Test
    void whatWaitsForAPersonNamesTheApproval() {
        door.scaler.approvals(
                new Approval(9, "web", 2, 5, "by hand", THEN, THEN.plusSeconds(60), ApprovalStatus.WAITING));
        door.scaler.story(new IntentStory(INTENT, true, List.of()));
        JsonNode answer = Door.json(door.get("/intents/i1"));
        assertThat(answer.path("state").textValue()).isEqualTo("approval");
        assertThat(answer.path("approval").longValue()).isEqualTo(9);
        assertThat(answer.path("why").textValue()).isEqualTo("POST /approvals/9 is waited for");
    }

    @Test
    void whatWaitsForADeploymentOrForTheBackendSaysWhatIsMissing() {
        ScalingIntent ofWorkers = Samples.person("i2", "workers", new Delta(1));
        door.scaler.story(new IntentStory(ofWorkers, true, List.of()));
        assertThat(Door.json(door.get("/intents/i2")).path("why").textValue()).contains("run `pulumi up`");
        door.scaler.problem("the backend is away");
        door.scaler.story(new IntentStory(INTENT, true, List.of()));
        assertThat(Door.json(door.get("/intents/i1")).path("why").textValue()).isEqualTo("the backend is away");
    }

    @ParameterizedTest
    @CsvSource({"PENDING, updating", "RUNNING, updating", "SUCCEEDED, applied", "FAILED, failed", "STALLED, stalled"})
    void whatWasDecidedIsAsFarAsItsUpdate(UpdateStatus status, String state) {
        Update update = Update.planned(7, List.of(FakeScaler.GROWN), THEN);
        Update now = status.ended() ? update.ended(status, Optional.of("so it is"), THEN) : with(update, status);
        door.scaler.story(new IntentStory(INTENT, false, List.of(entry(4, now))));
        JsonNode answer = Door.json(door.get("/intents/i1"));
        assertThat(answer.path("state").textValue()).isEqualTo(state);
        assertThat(answer.path("why").textValue()).isEqualTo(status.ended() ? "so it is" : "HighCPU firing, +3");
        assertThat(answer.at("/decision/update/status").textValue()).isEqualTo(status.name());
    }

    @Test
    void whatIsHeldSaysWhy() {
        Decided held = new Decided(4, THEN, new Hold("web", 3, "capped 8→3 by max", List.of()), Optional.empty());
        door.scaler.story(new IntentStory(INTENT, false, List.of(new HistoryEntry(held, List.of(), Optional.empty()))));
        JsonNode answer = Door.json(door.get("/intents/i1"));
        assertThat(answer.path("state").textValue()).isEqualTo("held");
        assertThat(answer.path("why").textValue()).isEqualTo("capped 8→3 by max");
    }

    @Test
    void whatWasWithdrawnWaitsAndIsTold() {
        Update withdrawn = Update.planned(7, List.of(FakeScaler.GROWN), THEN)
                .ended(UpdateStatus.WITHDRAWN, Optional.of("web has moved"), THEN);
        door.scaler.story(new IntentStory(INTENT, true, List.of(entry(4, withdrawn))));
        JsonNode answer = Door.json(door.get("/intents/i1"));
        assertThat(answer.path("state").textValue()).isEqualTo("waiting");
        assertThat(answer.path("decision").isNull()).isTrue();
        assertThat(answer.at("/earlier/0/update/problem").textValue()).isEqualTo("web has moved");
    }

    @Test
    void anUnknownIntentIsNotFound() {
        assertProblem(door.get("/intents/i9"), 404, "no such intent");
    }

    private static Update with(Update update, UpdateStatus status) {
        return status == UpdateStatus.RUNNING ? update.running(THEN) : update;
    }

    private static HistoryEntry entry(long id, Update update) {
        return new HistoryEntry(
                new Decided(id, THEN, FakeScaler.GROWN, Optional.of(update.id())),
                List.of(INTENT),
                Optional.of(update));
    }
}
