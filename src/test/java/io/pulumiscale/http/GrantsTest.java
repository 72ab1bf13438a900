package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token with some rights, or for some pools, can do. */
class GrantsTest {
    private static final String ONE_MORE = "{\"action\":\"delta\",\"value\":1,\"reason\":\"busy\"}";
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    private final Door door = new Door();

    @BeforeEach
    void handOut() {
        door.tokens.rotate(List.of(
                new AccessToken(Door.TOKEN, Grant.unlimited()),
                token("reader", Set.of(Right.READ), Optional.empty()),
                token("scaler", Set.of(Right.SCALE), Optional.empty()),
                token("approver", Set.of(Right.APPROVE), Optional.empty()),
                token("workers", Set.of(Right.READ, Right.SCALE, Right.APPROVE), Optional.of(Set.of("workers")))));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /pools,                reader,   200",
        "GET,  /pools/web,            reader,   200",
        "GET,  /approvals,            reader,   200",
        "GET,  /pools,                scaler,   403",
        "GET,  /pools/web,            approver, 403",
        "GET,  /approvals,            scaler,   403",
        "POST, /scale/web,            scaler,   202",
        "POST, /scale/web?dryRun=true, scaler,  200",
        "POST, /scale/web,            reader,   403",
        "POST, /scale/web,            approver, 403",
        "POST, /webhook/alertmanager, reader,   403",
        "POST, /webhook/cloudwatch,   approver, 403",
        "POST, /approvals/7,          approver, 404",
        "POST, /approvals/7,          reader,   403",
        "POST, /approvals/7,          scaler,   403",
        "GET,  /nowhere,              reader,   404",
        "GET,  /scale/web,            reader,   405",
    })
    void eachRouteWantsItsRight(String method, String path, String who, int status) {
        HttpResponse<String> response = as(who, method, path, method.equals("POST") ? ONE_MORE : "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Test
    void theRightThatIsWantedIsNamed() {
        assertProblem(
                as("reader", "POST", "/scale/web", ONE_MORE),
                403,
                "the right to scale is wanted, and token reader has only: read");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void onlyTheTokensPoolsAreShown() {
        JsonNode pools = Door.json(as("workers", "GET", "/pools", ""));
        assertThat(pools.path("pools").findValuesAsText("name")).containsExactly("workers");
        assertThat(pools.path("updates")).isEmpty();
        assertThat(Door.json(as("reader", "GET", "/pools", "")).path("pools").findValuesAsText("name"))
                .containsExactly("web", "workers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "nowhere"})
    void aForbiddenPoolIsLikeNone(String pool) {
        String unknown = "no such pool; there are workers";
        assertProblem(as("workers", "GET", "/pools/" + pool, ""), 404, unknown);
        assertProblem(as("workers", "POST", "/scale/" + pool, ONE_MORE), 404, unknown);
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void alertsForOtherPoolsAreIgnoredAndTheAnswerSaysWhy() {
        String both =
                "{\"alerts\":[%s,%s,%s]}".formatted(alert("web", "a1"), alert("workers", "a2"), alert("nowhere", "a3"));
        JsonNode answer = Door.json(as("workers", "POST", "/webhook/alertmanager", both));
        assertThat(answer.path("accepted").findValuesAsText("pool")).containsExactly("workers");
        assertThat(answer.path("ignored").findValuesAsText("at")).containsExactly("alerts[0]", "alerts[2]");
        assertThat(answer.path("ignored").findValuesAsText("reason"))
                .allSatisfy(reason -> assertThat(reason).contains("no pool"));
        assertThat(answer.path("limit").textValue()).isEqualTo("token workers is for workers only");
        assertThat(door.scaler.kept()).hasSize(1);
    }

    @Test
    void approvalsOfOtherPoolsAreNeitherSeenNorGiven() {
        door.scaler.approvals(approval(7, "web"), approval(8, "workers"));
        assertThat(Door.json(as("workers", "GET", "/approvals", ""))
                        .path("approvals")
                        .findValuesAsText("pool"))
                .containsExactly("workers");
        assertProblem(as("workers", "POST", "/approvals/7", ""), 404, "no such approval");
        assertProblem(as("workers", "POST", "/approvals/9", ""), 404, "no such approval");
        assertThat(door.scaler.approved()).isEmpty();
        assertThat(as("workers", "POST", "/approvals/8", "").statusCode()).isEqualTo(202);
        assertThat(as("approver", "POST", "/approvals/7", "").statusCode()).isEqualTo(202);
        assertThat(door.scaler.approved()).containsExactly(8L, 7L);
    }

    @Test
    void whoAskedIsToldWithTheReasonButNotWithTheCommonToken() {
        as("scaler", "POST", "/scale/web", ONE_MORE);
        door.post("/scale/workers", "application/json", ONE_MORE);
        assertThat(door.scaler.kept())
                .extracting(it -> it.reason())
                .containsExactlyInAnyOrder("busy (scaler), +1", "busy, +1");
    }

    private HttpResponse<String> as(String who, String method, String path, String body) {
        return door.sendBare(
                path,
                it -> it.header("Authorization", "Bearer " + value(who))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static AccessToken token(String name, Set<Right> rights, Optional<Set<String>> pools) {
        return new AccessToken(value(name), new Grant(name, rights, pools));
    }

    private static String value(String name) {
        return "the secret of " + name;
    }

    private static String alert(String pool, String fingerprint) {
        return """
                {"status":"firing","labels":{"alertname":"A","pool_name":"%s"},"annotations":{},
                 "startsAt":"2026-11-20T09:31:00Z","fingerprint":"%s"}""".formatted(pool, fingerprint);
    }

    private static Approval approval(long id, String pool) {
        return new Approval(id, pool, 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), ApprovalStatus.APPROVED);
    }
}
