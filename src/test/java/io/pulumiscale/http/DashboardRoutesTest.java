package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the dashboard is served; what it does is in {@link DashboardIT}. */
class DashboardRoutesTest {
    private static final Pattern WANTED = Pattern.compile("(?:href|src)=\"(dashboard/[^\"]+)\"|from '\\./([^']+)'");

    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void thePageIsForEverybodyAndNothingOfItIsElsewhereOrInline() {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .doesNotContain("http://", "https://", "//cdn", "style=", "onclick", "<style");
        assertThat(page.body().split("<script", -1))
                .hasSize(3)
                .filteredOn(it -> it.contains("</script>"))
                .allMatch(it -> it.contains("src=\"dashboard/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard/main.js", "/dashboard/uPlot.iife.min.js"})
    void nobodyElseHasASayInIt(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "data:");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main.js, text/javascript;charset=utf-8",
        "dashboard.css, text/css;charset=utf-8",
        "icon.svg, image/svg+xml",
        "uPlot.min.css, text/css;charset=utf-8",
    })
    void eachFileHasItsType(String file, String type) {
        assertThat(header(get("/dashboard/" + file), "Content-Type")).isEqualTo(type);
    }

    @Test
    void whateverThePageAndItsScriptsWantIsThere() {
        List<String> wanted = wanted(get("/").body()).toList();
        assertThat(wanted).contains("main.js", "uPlot.iife.min.js", "dashboard.css");
        List<String> all = Stream.concat(
                        wanted.stream(), wanted(get("/dashboard/main.js").body()))
                .flatMap(file -> Stream.concat(
                        Stream.of(file), wanted(get("/dashboard/" + file).body())))
                .distinct()
                .toList();
        assertThat(all).contains("dom.js", "dialog.js");
        assertThat(all)
                .allSatisfy(file -> assertThat(get("/dashboard/" + file).statusCode())
                        .as(file)
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard/main.js"})
    void whoHasItIsToldThatItIsAsItWas(String path) {
        HttpResponse<String> first = get(path);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<String> again = door.sendBare(path, it -> it.header("If-None-Match", header(first, "ETag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(door.sendBare(path, it -> it.header("If-None-Match", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadIsAnsweredWithoutTheBody() {
        HttpResponse<String> head = door.sendBare("/", it -> it.method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get("/"), "ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/openapi.json",
                "/dashboard/index.html",
                "/dashboard/..%2fopenapi.json",
                "/dashboard/%2e%2e%2f%2e%2e%2fMain.class",
                "/dashboard/main.js%00",
            })
    void nothingElseOfTheProgramIsServed(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotTheDashboardsWantsATokenAsBefore() {
        assertThat(get("/dashboard").statusCode()).isEqualTo(401);
        assertThat(get("/dashboard/a/b").statusCode()).isEqualTo(401);
        assertThat(door.sendBare("/", it -> it.POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<String> get(String path) {
        return door.sendBare(path, it -> it.GET());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Stream<String> wanted(String text) {
        return WANTED.matcher(text)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1).substring("dashboard/".length()));
    }
}
