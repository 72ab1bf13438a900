package io.pulumiscale.http;

import io.undertow.util.ETagUtils;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /} and {@code /dashboard/{file}}: the dashboard. The page is the same for everybody and has nothing of the
 * scaler's in it; it asks for a token, and with that it asks the API.
 */
final class DashboardEndpoints {
    private static final String PAGE = "index.html";
    private static final List<String> OWN = List.of(
            "actions.js",
            "api.js",
            "approvals.js",
            "banner.js",
            "chart.js",
            "dashboard.css",
            "dialog.js",
            "dom.js",
            "door.js",
            "history.js",
            "icon.svg",
            "main.js",
            "model.js",
            "pools.js",
            "stream.js",
            "theme.js",
            "time.js",
            "updates.js");
    private static final List<String> OF_UPLOT = List.of("uPlot.iife.min.js", "uPlot.min.css");

    /**
     * Nothing from elsewhere, nothing inline, in nobody's frame, and no text of the scaler's is ever taken for HTML: the
     * browser itself refuses what the scripts have no business to do.
     */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Security-Policy", List.of(POLICY),
            "Cross-Origin-Opener-Policy", List.of("same-origin"),
            "Cross-Origin-Resource-Policy", List.of("same-origin"),
            "X-Frame-Options", List.of("DENY"),
            "Cache-Control", List.of("no-cache")); // kept, and asked about each time: a new version shows at once

    private final DashboardAsset page = DashboardAsset.of("dashboard/" + PAGE);
    private final Map<String, DashboardAsset> files;

    DashboardEndpoints() {
        String plot = "/META-INF/resources/webjars/uplot/%s/dist/".formatted(versionOfUplot());
        Map<String, String> resources = Stream.concat(
                        OWN.stream().map(name -> Map.entry(name, "dashboard/" + name)),
                        OF_UPLOT.stream().map(name -> Map.entry(name, plot + name)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        files = resources.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> DashboardAsset.of(it.getValue())));
    }

    Answer page(Request request) {
        return answer(request, page);
    }

    Answer file(Request request) {
        return Optional.ofNullable(files.get(request.variable("file")))
                .map(asset -> answer(request, asset))
                .orElseThrow(Refusal::unknownPath);
    }

    private static Answer answer(Request request, DashboardAsset asset) {
        boolean changed = request.header("If-None-Match")
                .map(known -> ETagUtils.handleIfNoneMatch(known, asset.tag(), true))
                .orElse(true);
        return new Answer(
                changed ? 200 : 304, asset.contentType(), headers(asset), new Answer.Text(changed ? asset.text() : ""));
    }

    private static Map<String, List<String>> headers(DashboardAsset asset) {
        return Stream.concat(
                        HEADERS.entrySet().stream(),
                        Stream.of(Map.entry("ETag", List.of(asset.tag().toString()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The jar says it, and its paths have it. */
    private static String versionOfUplot() {
        Properties properties = new Properties();
        byte[] bytes = DashboardAsset.bytes("/META-INF/maven/org.webjars.npm/uplot/pom.properties");
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "the version of uPlot");
    }
}
