package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, by whomever, with whatever body: the answer is the caller's fault or success, never ours. */
class NoSurpriseRoutesTest {
    private static final List<String> PATHS = List.of(
            "/healthz",
            "/readyz",
            "/pools",
            "/pools/web",
            "/pools/%F0%9F%98%80",
            "/approvals",
            "/approvals/7",
            "/approvals/999999999999999999",
            "/approvals/-1",
            "/scale/web",
            "/scale/nowhere",
            "/scale/%2e%2e",
            "/webhook/alertmanager",
            "/webhook/alertmanager/api/v2/alerts",
            "/webhook/cloudwatch",
            "/nowhere");
    private static final List<String> QUERIES = List.of(
            "",
            "?",
            "?dryRun=true",
            "?dryRun=maybe",
            "?dryRun=true&dryRun=true",
            "?token=wrong",
            "?token=",
            "?%00=%ff");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "text/plain; charset=UTF-8",
            "application/json;charset=utf-16",
            ";;=",
            "\"",
            "text/plain;charset");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "3",
            "{\"action\":\"delta\",\"value\":2}",
            "{\"action\":\"set\",\"value\":99999999999}",
            "{\"alerts\":[{}]}",
            "[{\"labels\":{\"pool_name\":\"web\"},\"startsAt\":\"2026-11-20T09:30:00Z\",\"endsAt\":\"2026-11-20T09:36:00Z\"}]",
            "[".repeat(100_000),
            "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"" + FakeScaler.TOPIC
                    + "\",\"Message\":\"{}\"}",
            "{\"Type\":\"SubscriptionConfirmation\",\"MessageId\":\"m\",\"TopicArn\":\"t\",\"SubscribeURL\":\"file:///etc\"}",
            payload("alertmanager-firing.json"));

    private static @Nullable Door door;
    private static @Nullable CapturedLog log;

    @BeforeContainer
    static void open() {
        log = new CapturedLog();
        door = new Door();
    }

    @AfterContainer
    static void close() {
        try (CapturedLog captured = Objects.requireNonNull(log)) {
            door().close();
            assertThat(captured.messages(Level.ERROR)).isEmpty();
        }
    }

    @Property(tries = 300)
    void everyAnswerIsTheCallersFaultOrSuccess(@ForAll("asked") Asked asked) {
        HttpResponse<String> answer = asked.of(door());
        assertThat(answer.statusCode()).as(asked.toString()).isBetween(200, 499);
        if (answer.statusCode() >= 400 && !asked.method().equals("HEAD")) {
            assertThat(Door.json(answer).path("status").intValue()).isEqualTo(answer.statusCode());
        }
    }

    @Property(tries = 200)
    void arbitraryBodiesOfEveryRoute(@ForAll("asked") Asked asked, @ForAll String body) {
        HttpResponse<String> answer = asked.with(body).of(door());
        assertThat(answer.statusCode()).as(asked.toString()).isBetween(200, 499);
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Combinators.combine(
                        Arbitraries.of("GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE"),
                        Arbitraries.of(PATHS),
                        Arbitraries.of(QUERIES),
                        Arbitraries.of(TYPES),
                        Arbitraries.of(BODIES),
                        Arbitraries.of(true, true, true, false))
                .as(Asked::new);
    }

    private static Door door() {
        return Objects.requireNonNull(door);
    }

    /** @param known whether a valid token comes with it */
    record Asked(String method, String path, String query, String type, String body, boolean known) {

        Asked with(String other) {
            return new Asked(method, path, query, type, other, known);
        }

        HttpResponse<String> of(Door door) {
            return door.sendBare(path + query, request -> {
                request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
                return known ? request.header("Authorization", "Bearer " + Door.TOKEN) : request;
            });
        }
    }

    private static String payload(String name) {
        try (InputStream in = NoSurpriseRoutesTest.class.getResourceAsStream("/payloads/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
