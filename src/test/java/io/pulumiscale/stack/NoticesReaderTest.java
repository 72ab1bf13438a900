package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pulumiscale.model.NoticeFormat;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.SigningSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pulumiscale:notices}, as the engine hands it over and as it stands in the file. */
class NoticesReaderTest {
    private static final String POOLS = """
            {"web": {"kind": "kubernetes", "min": 1, "max": 3, "image": "web:1"}}""";
    private static final String SLACK = "https://hooks.slack.com/services/T0/B0/hunter2hunter2";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    private final Map<String, String> values =
            new HashMap<>(Map.of("pools", POOLS, "webhookToken", "0123456789abcdef0123"));

    @Test
    void withoutAnyNobodyIsTold() {
        assertThat(read()).isEmpty();
    }

    @Test
    void eachHasAUrlAndAFormatAndIsToldOfEverything() {
        values.put("notices", """
                [{"url": "%s", "format": "slack"}]""".formatted(SLACK));
        assertThat(read())
                .containsExactly(new NoticeTarget(
                        "notices[0]",
                        URI.create(SLACK),
                        NoticeFormat.SLACK,
                        EnumSet.allOf(NoticeKind.class),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(read().get(0)).hasToString("notices[0] (slack, hooks.slack.com)");
    }

    @Test
    void itMayBeToldOfLessAndSigned() {
        values.put("notices", """
                [{"url": "https://ops.example.com/a?b=c", "format": "json", "on": ["stalled", "limit"],
                  "pools": ["web"], "secret": "%s"}]""".formatted(SECRET));
        assertThat(read())
                .containsExactly(new NoticeTarget(
                        "notices[0]",
                        URI.create("https://ops.example.com/a?b=c"),
                        NoticeFormat.JSON,
                        Set.of(NoticeKind.STALLED, NoticeKind.LIMIT),
                        Optional.of(Set.of("web")),
                        SigningSecret.of(SECRET)));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNoneRepeatsAValue() {
        values.put("notices", """
                [{"url": "hunter2", "format": "hunter2", "on": ["scald", "hunter2"], "pools": ["wbe"], "secret": "hunter2"},
                 {"ulr": "hunter2", "hunter3": 1},
                 {"url": "http://hunter2.example.com/", "format": "json", "allowHttp": "hunter2"},
                 {"url": "https://same.example.com/hunter2", "format": "json"},
                 {"url": "https://same.example.com/hunter2", "format": "slack"},
                 "hunter2"]""");
        InvalidConfiguration invalid = catchThrowableOfType(InvalidConfiguration.class, this::read);
        assertThat(invalid.faults())
                .extracting(Fault::toString)
                .contains(
                        "notices[0].format: unknown, there is slack, json",
                        "notices[0].url: a URL such as https://example.com/hook is needed, without user and fragment",
                        "notices[0].on[0]: unknown, did you mean scaled?",
                        "notices[0].on[1]: unknown, there is scaled, limit, stalled, approval, declined",
                        "notices[0].pools[0]: unknown, did you mean web?",
                        "notices[0].secret: is not whsec_ and 24 to 64 bytes in Base64:"
                                + " echo whsec_$(openssl rand -base64 32)",
                        "notices[1].url: missing",
                        "notices[1].ulr: unknown, did you mean url?",
                        "notices[4].url: is that of notices[3] too",
                        "notices[5]: a mapping is needed, not a text")
                .noneMatch(text -> text.contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"https://example.com\"", "7", "[", "https://example.com/hunter2"})
    void whatIsNoListIsAFault(String text) {
        values.put("notices", text);
        InvalidConfiguration invalid = catchThrowableOfType(InvalidConfiguration.class, this::read);
        assertThat(invalid.faults()).containsExactly(NoticesReader.NO_LIST);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/x, true, ''",
        "http://localhost:8065/hooks/x, true, ''",
        "http://127.0.0.2/x, true, ''",
        "http://[::1]:9/x, true, ''",
        "http://example.com/x, false, is http",
        "http://127.0.0.1.example.com/x, false, is http",
        "http://10.0.0.1/x, false, is http",
        "https://ana:x@example.com/x, false, without user",
        "https://example.com/x#y, false, without user",
        "ftp://example.com/x, false, without user",
        "https:///x, false, without user",
        "https://example.com:70000/x, false, without user",
        "https://exa mple.com/, false, without user"
    })
    void aUrlIsHttpsOrOfThisMachine(String url, boolean fine, String problem) {
        NoticeUrl.Checked checked = NoticeUrl.of(url, false);
        assertThat(checked.url().isPresent()).isEqualTo(fine);
        assertThat(checked.problem().orElse("")).contains(problem);
    }

    @Test
    void httpMayBeAllowed() {
        assertThat(NoticeUrl.of("http://mattermost.chat.svc/hooks/x", true).url())
                .isPresent();
    }

    @Test
    void moreThanTenAreAFault() {
        values.put("notices", "[" + "{},".repeat(10) + "{}]");
        InvalidConfiguration invalid = catchThrowableOfType(InvalidConfiguration.class, this::read);
        assertThat(invalid.faults()).contains(new Fault("notices", "11 are more than 10"));
    }

    @Test
    void inTheFileSecretsAreEncrypted(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), """
                config:
                  pulumiscale:webhookToken: {secure: v1:x}
                  pulumiscale:pools: %s
                  pulumiscale:notices:
                    - {url: {secure: v1:x}, format: slack, secret: {secure: v1:x}}
                    - {url: %s, format: slack, secret: %s}
                    - {url: https://ops.example.com/, format: json}
                    - {url: http://localhost:1/, format: slack}
                """.formatted(POOLS, SLACK, SECRET));
        assertThat(ConfigurationFile.of(folder, "dev").secretFaults())
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "notices[1].secret: stands there in plain: set it with --secret",
                        "notices[1].url: stands there in plain, and whoever knows it may write there:"
                                + " set it with --secret");
    }

    private List<NoticeTarget> read() {
        return ScalerConfig.read("shop", "dev", key -> Optional.ofNullable(values.get(key)), List.of())
                .notices();
    }
}
