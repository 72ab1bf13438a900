package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pulumiscale:tokens}, as the engine hands it over and as it stands in the file. */
class TokensTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String COMMON = "fedcba9876543210fedcba9876543210";
    private static final String POOLS = """
            {"web": {"kind": "kubernetes", "min": 1, "max": 3, "image": "web:1"},
             "workers": {"kind": "kubernetes", "min": 1, "max": 3, "image": "workers:1"}}""";

    private final Map<String, String> values = new HashMap<>(Map.of("pools", POOLS, "webhookToken", COMMON));

    @Test
    void withoutAnyThereIsTheCommonOneWhichMayDoEverything() {
        assertThat(read()).containsExactly(new AccessToken(COMMON, Grant.unlimited()));
    }

    @Test
    void eachHasItsValueItsPoolsAndItsRights() {
        values.put("tokens", """
                {"grafana": {"value": "%s", "rights": ["read"], "pools": "all"},
                 "ci": {"value": "%s", "rights": ["read", "scale", "approve"], "pools": ["workers", "web"]}}
                """.formatted(SECRET, SECRET + "2"));
        assertThat(read())
                .containsExactly(
                        new AccessToken(COMMON, Grant.unlimited()),
                        new AccessToken(SECRET, new Grant("grafana", Set.of(Right.READ), Optional.empty())),
                        new AccessToken(
                                SECRET + "2",
                                new Grant("ci", Set.of(Right.values()), Optional.of(Set.of("web", "workers")))));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNoneRepeatsAValue() {
        values.put("pools", POOLS.replace("\"max\": 3", "\"max\": 0"));
        values.put("tokens", """
                {"Grafana": {"value": "%1$s", "rights": ["raed", "%1$s"], "pools": ["wbe", "%1$s", 7]},
                 "ci": {"vlaue": "%1$s", "rights": [], "%1$s": 1},
                 "two": {"value": "short", "rights": "read", "pools": "some"},
                 "three": {"value": " %1$s ", "rights": ["read"], "pools": ["web"]},
                 "four": {"value": {"secure": "%1$s"}, "rights": ["read"], "pools": ["web"]},
                 "five": "%1$s",
                 "six": {"value": "%2$s", "rights": ["read"], "pools": "all"}}
                """.formatted(SECRET, COMMON));
        List<Fault> faults = faults();
        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "tokens.Grafana: a name has up to 31 of a-z, 0-9 and -, and begins with a letter",
                        "tokens.Grafana.rights[0]: unknown, did you mean read?",
                        "tokens.Grafana.rights[1]: unknown, there is read, scale, approve",
                        "tokens.Grafana.pools: a list of texts is needed, not a list",
                        "tokens.Grafana.pools[0]: unknown, did you mean web?",
                        "tokens.Grafana.pools[1]: unknown, there is web, workers",
                        "tokens.ci.value: missing",
                        "tokens.ci.rights: a list of texts is needed, not a list",
                        "tokens.ci.pools: missing",
                        "tokens.ci.vlaue: unknown, did you mean value?",
                        "tokens.ci.%s: unknown, there is pools, rights, value".formatted(SECRET),
                        "tokens.two.rights: a list of texts is needed, not a text",
                        "tokens.two.pools: a list of texts is needed, not a text",
                        "tokens.four.value: a text is needed, not a mapping",
                        "tokens.five: a mapping is needed, not a text",
                        "tokens.two.value: 16 to 1000 characters are needed: openssl rand -hex 32 makes a good one",
                        "tokens.three.value: ASCII characters are needed that a header may have, and no blank at either"
                                + " end",
                        "tokens.six.value: is equal to webhookToken: each needs its own",
                        "pools.web.max: 0 is not between 1 and 10000",
                        "pools.workers.max: 0 is not between 1 and 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "[\"" + SECRET + "\"]", "\"" + SECRET + "\"", "{\"" + SECRET, "7", ""})
    void whatIsNoMappingIsNotRepeated(String tokens) {
        values.put("tokens", tokens);
        assertThat(faults()).containsExactly(TokensReader.NO_MAPPING);
        assertThat(faults().toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a token", "ünguessable token ünguessable", "tab\tulator tab\tulator", "ends with a blank "})
    void theCommonTokenIsHeldToTheSame(String weak) {
        values.put("webhookToken", weak);
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("webhookToken");
            assertThat(fault.problem()).doesNotContain(weak);
        });
    }

    @Test
    void withoutTheCommonTokenTheOthersAreCheckedAllTheSame() {
        values.remove("webhookToken");
        values.put("tokens", "{\"ci\": {}}");
        assertThat(faults())
                .extracting(Fault::path)
                .containsExactly("webhookToken", "tokens.ci.value", "tokens.ci.rights", "tokens.ci.pools");
    }

    @Test
    void inTheFileAValueHasToBeEncrypted(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), """
                config:
                  pulumiscale:webhookToken: hunter2
                  pulumiscale:tokens:
                    good: {value: {secure: v1:abc}, rights: [read], pools: [web]}
                    bad: {value: hunter2, rights: [read], pools: [wbe]}
                    bad: {value: hunter2}
                  pulumiscale:pools: %s
                """.formatted(POOLS.replace("\n", " ")));
        ConfigurationFile file = ConfigurationFile.of(folder, "dev");
        InvalidConfiguration invalid = catchThrowableOfType(InvalidConfiguration.class, file::check);
        assertThat(invalid.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "tokens.bad: named twice",
                        "webhookToken: stands there in plain: set it with --secret",
                        "tokens.bad.value: stands there in plain: set it with --secret",
                        "tokens.bad.rights: missing",
                        "tokens.bad.pools: missing");
        assertThat(file.secretFaults()).hasSize(4);
    }

    @Test
    void aFaultThatTheFileAndTheEngineShowIsToldOnce() {
        values.put("tokens", "{\"ci\": {\"value\": \"%s\", \"rights\": [\"read\"]}}".formatted(SECRET));
        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class,
                () -> ScalerConfig.read("shop", "dev", this::value, List.of(new Fault("tokens.ci.pools", "missing"))));
        assertThat(invalid.faults()).containsExactly(new Fault("tokens.ci.pools", "missing"));
    }

    private List<AccessToken> read() {
        return ScalerConfig.read("shop", "dev", this::value, List.of()).tokens();
    }

    private List<Fault> faults() {
        return catchThrowableOfType(InvalidConfiguration.class, this::read).faults();
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
