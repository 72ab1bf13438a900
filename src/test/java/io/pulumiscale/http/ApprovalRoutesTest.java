package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRoutesTest {
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void thoseThatWaitAreListed() {
        door.scaler.approvals(approval(ApprovalStatus.WAITING));
        assertThat(door.get("/approvals").body().trim())
                .isEqualTo("{\"approvals\":[{\"id\":7,\"pool\":\"web\",\"from\":3,\"to\":9,\"reason\":\"launch, +6\","
                        + "\"status\":\"waiting\",\"askedAt\":\"2026-11-20T09:00:00Z\","
                        + "\"expiresAt\":\"2026-11-20T10:00:00Z\",\"declined\":null}]}");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "USED"})
    void whatIsApprovedIsAccepted(ApprovalStatus status) {
        door.scaler.approvals(approval(status));
        HttpResponse<String> response = approve("7");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Door.json(response).path("to").intValue()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "OUTDATED, has changed since",
        "EXPIRED, expired at 2026-11-20T10:00:00Z",
        "WAITING, expired at 2026-11-20T10:00:00Z",
    })
    void aWordThatDoesNotCountAnyMoreSaysWhy(ApprovalStatus status, String why) {
        door.scaler.approvals(approval(status));
        assertProblem(approve("7"), 409, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "-1", "seven", "99999999999999999999"})
    void whatThereIsNotIsNotFound(String id) {
        door.scaler.approvals(approval(ApprovalStatus.APPROVED));
        assertProblem(approve(id), 404, "approval");
    }

    @Test
    void aNoCountsWithItsReasonAndWhoSaysIt() {
        door.scaler.approvals(approval(ApprovalStatus.WAITING));
        HttpResponse<String> response = decline("{\"reason\":\"not tonight\",\"by\":\"ana\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Door.json(response).path("status").asText()).isEqualTo("declined");
        assertThat(Door.json(response).path("declined").toString())
                .isEqualTo("{\"by\":\"ana\",\"reason\":\"not tonight\",\"at\":\"2026-11-20T09:01:00Z\"}");
        assertThat(decline("").statusCode()).as("said twice").isEqualTo(200);
        assertProblem(approve("7"), 409, "it was declined by ana: not tonight, at 2026-11-20T09:01:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, approved already, and its update follows",
        "USED, approved already, and its update was tried",
        "OUTDATED, has changed since",
        "EXPIRED, expired at 2026-11-20T10:00:00Z",
    })
    void aNoThatDoesNotCountAnyMoreSaysWhy(ApprovalStatus status, String why) {
        door.scaler.approvals(approval(status));
        assertProblem(decline(""), 409, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reson\":\"x\"}", "{\"by\":7}", "[]", "{\"reason\":\"a\\u0007b\"}"})
    void aNoThatMakesNoSenseIsRefusedAndDoesNotCount(String body) {
        door.scaler.approvals(approval(ApprovalStatus.WAITING));
        assertThat(decline(body).statusCode()).isEqualTo(400);
        assertThat(door.scaler.approvals()).extracting(Approval::status).containsExactly(ApprovalStatus.WAITING);
    }

    @Test
    void whatIsNotThereIsNotDeclined() {
        assertProblem(decline(""), 404, "no such approval");
    }

    @Test
    void nobodyApprovesWithoutTheToken() {
        door.scaler.approvals(approval(ApprovalStatus.APPROVED));
        assertThat(door.sendBare("/approvals/7", it -> it.POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> approve(String id) {
        return door.post("/approvals/" + id, "application/json", "");
    }

    private HttpResponse<String> decline(String body) {
        return door.post("/approvals/7/decline", "application/json", body);
    }

    private static Approval approval(ApprovalStatus status) {
        return new Approval(7, "web", 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), status);
    }
}
