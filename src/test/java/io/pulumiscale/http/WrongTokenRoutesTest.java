package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wrong tokens, from several sources behind a proxy on this machine. */
class WrongTokenRoutesTest {
    private final Door door = new Door(HttpSettings.on("127.0.0.1", 0)
            .withTrustedProxies(new TrustedProxies(List.of(new IPAddressString("127.0.0.0/8").getAddress()))));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aFloodFromOneSourceLocksNobodyOut() {
        for (int i = 0; i < 30; i++) {
            assertThat(guess("203.0.113.7").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = guess("203.0.113.7");
        assertProblem(refused, 429, "too many wrong tokens from this address");
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        assertThat(guess("203.0.113.8").statusCode()).isEqualTo(401);
        assertThat(from("203.0.113.7", Door.TOKEN).statusCode())
                .as("a right one, from the same source")
                .isEqualTo(200);
        assertThat(door.sendBare("/pools", it -> it.header("X-Forwarded-For", "203.0.113.7"))
                        .statusCode())
                .as("none at all")
                .isEqualTo(401);
    }

    @Test
    void whatTheSourceWritesItselfDoesNotCount() {
        for (int i = 0; i < 30; i++) {
            guess("198.51.100.%d, 203.0.113.7".formatted(i));
        }
        assertThat(guess("198.51.100.200, 203.0.113.7").statusCode()).isEqualTo(429);
    }

    @Test
    void theyAreCountedAndNobodyElseIs() {
        guess("203.0.113.7");
        guess("203.0.113.8");
        door.sendBare("/pools", it -> it.GET());
        assertThat(Door.json(door.get("/pools")).path("wrongTokens").intValue()).isEqualTo(2);
    }

    private HttpResponse<String> guess(String source) {
        return from(source, "a guess");
    }

    private HttpResponse<String> from(String source, String token) {
        return door.sendBare(
                "/pools", it -> it.header("Authorization", "Bearer " + token).header("X-Forwarded-For", source));
    }
}
