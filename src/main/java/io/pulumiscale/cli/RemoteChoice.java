package io.pulumiscale.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which scaler. */
final class RemoteChoice {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(10);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:PULUMISCALE_URL:-http://127.0.0.1:8080}",
            converter = ScalerUrl.class,
            description = "The scaler (default: $$PULUMISCALE_URL, else port 8080 here).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "A file with nothing but the token (default: $$PULUMISCALE_TOKEN, else pulumiscale:webhookToken of the"
                        + " stack's configuration, by the Pulumi CLI)."
            })
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--ca-cert",
            paramLabel = "FILE",
            description = "PEM of the authority of the scaler's certificate, where the platform does not know it.")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            converter = Spans.class,
            description = "How long an answer may take, 10s or ISO 8601 (default: 10s).")
    private Duration patience = Duration.ZERO;

    @Mixin
    private final StackChoice choice = new StackChoice();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, or json: what the scaler's API answers (default: table).")
    private Output output = Output.TABLE;

    /** @throws CommandFailed something of it makes no sense */
    RemoteOptions options() {
        new Ranges().check("--request-timeout", patience, LEAST, MOST).end();
        return new RemoteOptions(url, tokenFile, authority, patience, choice.folder, choice.stack, output);
    }
}
