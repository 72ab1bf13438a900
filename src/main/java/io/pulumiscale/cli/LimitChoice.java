package io.pulumiscale.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How much callers may take. */
final class LimitChoice {
    /** Of one name Undertow keeps no more, and would fail over the next. */
    private static final int MOST_HEADERS = 127;

    private static final int MOST = 1_000_000;
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MOST_TIMEOUT = Duration.ofMinutes(10);

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "A longer body is refused (default: 1048576).")
    private int maxBody;

    @Option(
            names = "--max-header",
            paramLabel = "BYTES",
            defaultValue = "16384",
            description = "A longer head of a request, all headers together, is refused (default: 16384).")
    private int maxHeader;

    @Option(names = "--max-headers", paramLabel = "N", defaultValue = "100", description = "Headers (default: 100).")
    private int maxHeaders;

    @Option(
            names = "--max-alerts",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Alerts that one request may bring (default: 2000).")
    private int maxAlerts;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Connections at once; more wait until one is closed (default: 1000).")
    private int maxConnections;

    @Option(
            names = "--max-waiting",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Intents that may wait to be decided; more are refused, to be sent again (default: 10000).")
    private int maxWaiting;

    @Option(
            names = "--idle-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT15S",
            description = "How long a caller may be silent, ISO 8601 (default: PT15S).")
    private Duration idleTimeout = Duration.ZERO;

    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "How long a request may take in all, however busily it is sent, ISO 8601 (default: PT30S).")
    private Duration requestTimeout = Duration.ZERO;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Requests that a token may make a second, and ten times as many at once (default: 200).")
    private int rate;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "100",
            description = "Requests of a token that are worked on at once; ten times as many wait (default: 100).")
    private int concurrency;

    @Option(
            names = "--wrong-tokens",
            paramLabel = "N",
            defaultValue = "30",
            description = "Wrong tokens that an address may show a minute until it gets a 429; a right one passes"
                    + " always (default: 30).")
    private int wrongTokens;

    /** @throws CommandFailed one is out of range; all are told */
    LimitOptions options() {
        new Ranges()
                .check("--max-body", maxBody, 1_024, 64 << 20)
                .check("--max-header", maxHeader, 1_024, 1 << 20)
                .check("--max-headers", maxHeaders, 10, MOST_HEADERS)
                .check("--max-alerts", maxAlerts, 1, MOST)
                .check("--max-connections", maxConnections, 10, MOST)
                .check("--max-waiting", maxWaiting, 1, MOST)
                .check("--idle-timeout", idleTimeout, LEAST_TIMEOUT, MOST_TIMEOUT)
                .check("--request-timeout", requestTimeout, LEAST_TIMEOUT, MOST_TIMEOUT)
                .check("--rate", rate, 1, MOST)
                .check("--concurrency", concurrency, 1, MOST)
                .check("--wrong-tokens", wrongTokens, 1, MOST)
                .end();
        return new LimitOptions(
                maxBody,
                maxHeader,
                maxHeaders,
                maxAlerts,
                maxConnections,
                maxWaiting,
                idleTimeout,
                requestTimeout,
                rate,
                concurrency,
                wrongTokens);
    }
}
