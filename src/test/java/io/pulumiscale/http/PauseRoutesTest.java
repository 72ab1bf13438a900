package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.journal.JournalException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseRoutesTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aWordPausesAndTellsWhatCountsNow() {
        HttpResponse<String> response =
                post("/pools/web/pause", "{\"direction\":\"in\",\"reason\":\"a move\",\"by\":\"ana\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().trim())
                .isEqualTo(
                        "{\"pool\":\"web\",\"paused\":{\"now\":\"in\",\"configured\":\"none\",\"words\":[{"
                                + "\"direction\":\"in\",\"reason\":\"a move\",\"by\":\"ana\",\"since\":\"2026-11-20T09:00:00Z\"}]}}");
        assertThat(Door.json(door.get("/pools/web")).at("/paused/words/0/by").textValue())
                .isEqualTo("ana");
    }

    @Test
    void withoutADirectionItIsAll() {
        assertThat(now(door.send("/pools/web/pause", it -> it.POST(BodyPublishers.noBody()))))
                .isEqualTo("all");
        assertThat(now(post("/pools/web/resume", "{\"direction\":\"out\"}"))).isEqualTo("in");
        assertThat(now(post("/pools/web/resume", "{}"))).isEqualTo("none");
        assertThat(now(post("/pools/web/resume", "{}"))).as("twice is once").isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"direction\":\"up\"}|direction: \"up\" is unknown",
                "{\"direction\":1}|direction: text is wanted",
                "{\"reasn\":\"x\"}|reasn: unknown, did you mean reason?",
                "{\"by\":\"a\\u0007b\"}|by: control characters",
                "[]|body: an object is wanted",
                "x|body:",
            })
    void whatIsNotUnderstoodIsRefused(String body, String problem) {
        assertProblem(post("/pools/web/pause", body), 400, problem);
        assertThat(now(post("/pools/web/resume", "{\"direction\":\"out\"}"))).isEqualTo("none");
    }

    @Test
    void aPoolThatThereIsNotIsNotFound() {
        assertProblem(post("/pools/wbe/pause", "{}"), 404, "there are web, workers");
        assertProblem(post("/pools/web/pause?direction=in", "{}"), 400, "takes no query");
        assertProblem(door.post("/pools/web/pause", "text/plain", "{}"), 415, "application/json");
    }

    @Test
    void whatIsNotKeptIsNotAcknowledged() {
        door.scaler.failWith(new JournalException("the disk is full"));
        assertProblem(post("/pools/web/pause", "{}"), 503, "nothing was kept");
    }

    private HttpResponse<String> post(String path, String body) {
        return door.post(path, "application/json", body);
    }

    private static String now(HttpResponse<String> response) {
        JsonNode answer = Door.json(response);
        return answer.at("/paused/now").asText();
    }
}
