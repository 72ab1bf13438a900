package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.ScalingIntent;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleRouteTest {
    private static final String MORE = "{\"action\":\"delta\",\"value\":2,\"reason\":\"launch\"}";
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aPersonsWordIsAccepted() {
        HttpResponse<String> response = scale("/scale/web", MORE);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Door.json(response).at("/accepted/0/change").textValue()).isEqualTo("+2");
        assertThat(door.scaler.kept()).extracting(ScalingIntent::reason).containsExactly("launch, +2");
    }

    @Test
    void theSameWordTwiceIsMeantTwiceUnlessTheKeyIsTheSame() {
        scale("/scale/web", MORE);
        scale("/scale/web", MORE);
        assertThat(door.scaler.kept()).hasSize(2);
        keyed("/scale/web", "k-1");
        JsonNode again = Door.json(keyed("/scale/web", "k-1"));
        assertThat(door.scaler.kept()).hasSize(3);
        assertThat(again.path("duplicates")).hasSize(1);
    }

    @Test
    void anUnknownPoolIsNamedAmongThoseThereAre() {
        assertProblem(scale("/scale/wbe", MORE), 404, "there are web, workers");
    }

    @Test
    void everyFaultIsTold() {
        JsonNode problem =
                assertProblem(scale("/scale/web", "{\"actoin\":\"set\",\"value\":\"3\"}"), 400, "did you mean action?");
        assertThat(problem.path("errors").findValuesAsText("at")).containsExactly("actoin", "action", "value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "\u0000\u0001", "[", "<xml/>", "1e999"})
    void aBodyThatIsNoJsonIsRefused(String body) {
        assertProblem(scale("/scale/web", body), 400, "body");
    }

    @Test
    void aQueryThatIsNotUnderstoodIsRefusedRatherThanOverlooked() {
        HttpResponse<String> response = scale("/scale/web?dryrun=true", MORE);
        assertProblem(response, 400, "takes no query but dryRun, token");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void aDryRunIsAnsweredAndKeepsNothing() {
        HttpResponse<String> response = scale("/scale/web?dryRun=true", MORE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().trim())
                .isEqualTo("{\"dryRun\":true,\"decisions\":[{\"pool\":\"web\",\"type\":\"none\",\"from\":null,"
                        + "\"to\":null,\"reason\":\"rehearsed launch, +2\"}],\"ignored\":[]}");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void aDryRunTellsADuplicate() {
        String kept =
                Door.json(keyed("/scale/web", "k-1")).at("/accepted/0/intent").textValue();
        JsonNode would = Door.json(keyed("/scale/web?dryRun=true", "k-1")).at("/decisions/0");
        assertThat(would.path("type").textValue()).isEqualTo("duplicate");
        assertThat(would.path("reason").textValue()).isEqualTo("received before, as intent " + kept);
    }

    @Test
    void aDryRunThatIsFalseIsInEarnest() {
        assertThat(scale("/scale/web?dryRun=false", MORE).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=yes", "dryRun=", "dryRun=true&dryRun=false"})
    void aDryRunThatIsNeitherTrueNorFalseIsRefused(String query) {
        assertProblem(scale("/scale/web?" + query, MORE), 400, "dryRun is true or false");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void theWrongMethodLearnsTheRightOne() {
        HttpResponse<String> response = door.get("/scale/web");
        assertProblem(response, 405, "POST");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    private HttpResponse<String> keyed(String path, String key) {
        return door.send(
                path,
                it -> it.header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(MORE)));
    }

    private HttpResponse<String> scale(String path, String body) {
        return door.post(path, "application/json", body);
    }
}
