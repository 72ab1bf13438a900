package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated // captures the log
class LimitsTest {
    private static final byte[] FIVE_MB = "x".repeat(5_000_000).getBytes(UTF_8);
    private final Door door = new Door(new LimitsBuilder()
            .silence(Duration.ofMillis(300))
            .request(Duration.ofMillis(1_500))
            .settings());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefused() {
        assertProblem(
                door.send(
                        "/scale/web",
                        it -> it.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(FIVE_MB))),
                413,
                "1048576 bytes");
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefused() {
        assertProblem(
                door.send(
                        "/webhook/cloudwatch",
                        it -> it.header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FIVE_MB)))),
                413,
                "1048576 bytes");
    }

    @Test
    void theLongestBodyAllowedIsRead() {
        String padded = "{\"alerts\":[]" + " ".repeat((1 << 20) - 13) + "}";
        assertThat(door.post("/webhook/alertmanager", "application/json", padded)
                        .statusCode())
                .isEqualTo(202);
        assertProblem(door.post("/webhook/alertmanager", "application/json", padded + " "), 413, "1048576 bytes");
    }

    @Test
    void theLongestBodyAllowedIsReadInChunksToo() {
        String padded = "{\"alerts\":[]" + " ".repeat((1 << 20) - 13) + "}";
        assertThat(inChunks(padded).statusCode()).isEqualTo(202);
        assertProblem(inChunks(padded + " "), 413, "1048576 bytes");
    }

    @Test
    void whoseBodyDoesNotEndIsHungUpOn() {
        String endless = " ".repeat((17 << 20) + 1);
        assertThatThrownBy(() -> inChunks(endless)).hasRootCauseInstanceOf(IOException.class);
    }

    private HttpResponse<String> inChunks(String body) {
        return door.send(
                "/webhook/alertmanager",
                it -> it.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))));
    }

    @Test
    void aLongBodyWithoutATokenIsNotRead() {
        assertThat(door.sendBare("/scale/web", it -> it.POST(BodyPublishers.ofByteArray(FIVE_MB)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(raw("POST /scale/web HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void whoExpectsToBeAskedForABodyIsNotAskedInVain() {
        String head = "POST /scale/web HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 90\r\n";
        assertThat(raw(head + "\r\n")).startsWith("HTTP/1.1 401 ");
        assertThat(raw(head + "Content-Type: text/css\r\nAuthorization: Bearer " + Door.TOKEN + "\r\n\r\n"))
                .startsWith("HTTP/1.1 415 ");
        assertThat(raw(head + "Content-Type: application/json\r\nAuthorization: Bearer " + Door.TOKEN + "\r\n\r\n"))
                .startsWith("HTTP/1.1 100 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pools/%zz",
                "/pools/%00",
                "/pools/..%2f..%2fhealthz",
                "/pools/a\u0001b",
                "/pools/;token=x",
                "//",
                "*",
                "/pools?token=%zz",
                "/pools?%",
                "http://elsewhere/pools"
            })
    void anOddRequestLineIsTheCallersFault(String target) {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void aRequestHasSoManyHeaders(int headers) {
        String some =
                IntStream.range(2, headers).mapToObj("X-%d: y\r\n"::formatted).collect(Collectors.joining());
        String answer = raw("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + some + "\r\n");
        assertThat(answer.startsWith("HTTP/1.1 200 ")).as(answer).isEqualTo(headers == 100);
    }

    @Test
    void aLongHeadIsNotReadToItsEnd() {
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(15_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(17_000) + "\r\n\r\n"))
                .doesNotContain(" 200 ");
    }

    @Test
    void aBodyOfTwoLengthsIsRefused() {
        assertThat(
                        raw(
                                "POST /scale/web HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Door.TOKEN
                                        + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /pools HTTP/1.1\r\n\r\n"))
                .doesNotContain(" 20");
        assertThat(raw("POST /scale/web HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Door.TOKEN
                        + "\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nabcd"))
                .doesNotContain(" 20");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alerts\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
                "{\"alerts\":[1111111111111111111111111111111111111111111111111111111111111111111111111111111111]}",
                "{\"alerts\":[1e999999999]}",
                "{\"alerts\":[],\"alerts\":[]}",
            })
    void jsonThatIsTooMuchIsTheCallersFault(String body) {
        assertThat(door.post("/webhook/alertmanager", "application/json", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTextMayBeAsLongAsSnsHasThemAndNotMuchLonger() {
        String much = "{\"alerts\":[],\"x\":\"%s\"}";
        assertThat(door.post("/webhook/alertmanager", "application/json", much.formatted("x".repeat(262_144)))
                        .statusCode())
                .isEqualTo(202);
        assertThat(door.post("/webhook/alertmanager", "application/json", much.formatted("x".repeat(400_000)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tooManyAlertsAtOnceAreRefusedAndNoneIsKept() {
        String alert =
                "{\"status\":\"firing\",\"labels\":{\"pool_name\":\"web\"},\"startsAt\":\"2026-11-20T09:31:00Z\","
                        + "\"fingerprint\":\"%d\"}";
        String body = IntStream.rangeClosed(0, 2_000).mapToObj(alert::formatted).collect(Collectors.joining(","));
        assertProblem(
                door.post("/webhook/alertmanager", "application/json", "{\"alerts\":[" + body + "]}"),
                413,
                "2001 alerts at once, and 2000 are taken");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void whoNeverFinishesTheHeadersIsCutOff() {
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost:")).isEmpty();
    }

    @Test
    void whoNeverFinishesTheBodyIsCutOff() {
        String head = "POST /scale/web HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Door.TOKEN + "\r\nContent-Length: 90\r\n\r\n";
        assertThat(raw(head + "{")).doesNotContain(" 202 ");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void whoHangsUpInTheMiddleOfABodyIsNoErrorOfOurs() throws IOException {
        String head = "POST /scale/web HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Door.TOKEN + "\r\nContent-Length: 90\r\n\r\n{";
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < 50; i++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
                    socket.getOutputStream().write(head.getBytes(US_ASCII));
                }
            }
            await().until(() -> log.messages(Level.DEBUG).stream()
                            .filter(it -> it.contains("the caller is gone"))
                            .count()
                    == 50);
            assertThat(log.messages(Level.WARN, "io.pulumiscale")).isEmpty();
        }
    }

    /** Everything that the server says until it hangs up or is silent for long. */
    private String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            byte[] first = new byte[8192];
            int length = socket.getInputStream().read(first);
            return length < 0 ? "" : new String(first, 0, length, UTF_8);
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }
}
