package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Right;
import io.pulumiscale.model.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token for some pools, or with some rights, sees and does of the rest. */
class GrantedViewsTest {
    private final Door door = new Door();

    @BeforeEach
    void handOut() {
        door.tokens.rotate(List.of(
                new AccessToken(Door.TOKEN, Grant.unlimited()),
                token("workers", Set.of(Right.READ, Right.SCALE), Optional.of(Set.of("workers"))),
                token("reader", Set.of(Right.READ), Optional.empty())));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theHistoryIsOfItsPoolsAlone() {
        get("workers", "/history");
        assertThat(door.scaler.asked().pools()).containsExactly("workers");
        get("reader", "/history");
        assertThat(door.scaler.asked().pools())
                .as("all, those of former times too")
                .isEmpty();
        assertProblem(get("workers", "/history?pool=web"), 404, "there are workers");
        assertThat(get("workers", "/history?pool=workers").statusCode()).isEqualTo(200);
    }

    @Test
    void anIntentOfAnotherPoolIsNotFound() {
        door.scaler.story(new IntentStory(Samples.person("i1", "web", new Delta(1)), true, List.of()));
        assertProblem(get("workers", "/intents/i1"), 404, "no such intent");
        assertThat(get("reader", "/intents/i1").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyPausesAnotherPoolOrWithoutTheRight() {
        assertProblem(pause("workers", "web"), 404, "there are workers");
        assertProblem(pause("reader", "workers"), 403, "the right to scale is wanted");
        assertThat(Door.json(door.get("/pools/web")).at("/paused/words")).isEmpty();
    }

    @Test
    void aTokenWithANameOfItsOwnSignsAPause() {
        JsonNode paused = Door.json(pause("workers", "workers"));
        assertThat(paused.at("/paused/words/0/by").textValue()).isEqualTo("ana, token workers");
    }

    @Test
    void metricsAreForWhoeverMayReadEveryPool() {
        assertProblem(get("workers", "/metrics"), 403, "token workers is for some");
        assertThat(get("reader", "/metrics").statusCode()).isEqualTo(200);
    }

    private static AccessToken token(String name, Set<Right> rights, Optional<Set<String>> pools) {
        return new AccessToken("the-value-of-" + name, new Grant(name, rights, pools));
    }

    private HttpResponse<String> get(String token, String path) {
        return door.sendBare(
                path,
                it -> it.header("Authorization", "Bearer the-value-of-" + token).GET());
    }

    private HttpResponse<String> pause(String token, String pool) {
        return door.sendBare(
                "/pools/%s/pause".formatted(pool),
                it -> it.header("Authorization", "Bearer the-value-of-" + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"by\":\"ana\"}")));
    }
}
