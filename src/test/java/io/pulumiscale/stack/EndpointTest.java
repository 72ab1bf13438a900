package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "https://scaler.example.com,https://pulumiscale:t0k@scaler.example.com/webhook/cloudwatch",
        "https://scaler.example.com/,https://pulumiscale:t0k@scaler.example.com/webhook/cloudwatch",
        "HTTPS://scaler.example.com:8443/ops/,https://pulumiscale:t0k@scaler.example.com:8443/ops/webhook/cloudwatch"
    })
    void theTokenIsThePassword(String base, String url) {
        assertThat(Endpoint.of(base, false).orElseThrow().urlWith("t0k")).isEqualTo(url);
    }

    @Example
    void theTokenIsInTheQueryWhereThatIsSaid() {
        assertThat(Endpoint.of("https://scaler.example.com", true).orElseThrow().urlWith("t0k"))
                .isEqualTo("https://scaler.example.com/webhook/cloudwatch?token=t0k");
    }

    @Example
    void itIsASecretBecauseTheTokenIsInIt() {
        Output<String> url =
                Endpoint.of("https://scaler.example.com", false).orElseThrow().secretWith("t0k");
        assertThat(Internal.of(url).isSecret().join()).isTrue();
    }

    @Property
    void everyTokenComesBackAsItWas(
            @ForAll
                    @AlphaChars
                    @NumericChars
                    @Chars({' ', '+', '%', '@', ':', '/', '?', '#', '&', '=', 'ü', '*', '~'})
                    @StringLength(min = 1, max = 40)
                    String token) {
        URI user = URI.create(Endpoint.of("https://h", false).orElseThrow().urlWith(token));
        URI query = URI.create(Endpoint.of("https://h", true).orElseThrow().urlWith(token));
        assertThat(user.getHost()).isEqualTo("h");
        assertThat(user.getUserInfo()).isEqualTo("pulumiscale:" + token);
        assertThat(URLDecoder.decode(query.getRawQuery(), StandardCharsets.UTF_8))
                .isEqualTo("token=" + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://scaler.example.com",
                "scaler.example.com",
                "https://",
                "https://user@scaler.example.com",
                "https://scaler.example.com?token=x",
                "https://scaler.example.com#top",
                "https://scaler example.com",
                "{\"url\":\"https://scaler.example.com\"}",
                ""
            })
    void whatIsNoBaseUrlIsNone(String text) {
        assertThat(Endpoint.of(text, false)).isEmpty();
    }

    @Example
    void aMarkTellsEndpointsApartAndNothingOfThem() {
        String mark = EndpointMark.of("https://pulumiscale:t0k@h/webhook/cloudwatch", "shop-prod");
        assertThat(mark)
                .matches("[0-9a-f]{8}")
                .isEqualTo(EndpointMark.of("https://pulumiscale:t0k@h/webhook/cloudwatch", "shop-prod"))
                .isNotEqualTo(EndpointMark.of("https://pulumiscale:other@h/webhook/cloudwatch", "shop-prod"))
                .isNotEqualTo(EndpointMark.of("https://pulumiscale:t0k@h/webhook/cloudwatch", "shop-dev"));
    }
}
