package io.pulumiscale.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Takes alerts in and scales the stack's pools.", "Until it is told to end (SIGTERM, Ctrl-C)."},
        footer = {
            "",
            "It needs what `pulumi up` needs: the backend (PULUMI_BACKEND_URL or a login) and the passphrase"
                    + " (PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE) or the key that the stack's secrets are"
                    + " under."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(1);
    private static final Duration LONGEST_DEADLINE = Duration.ofHours(24);
    private static final Duration LONGEST_SHUTDOWN_GRACE = Duration.ofHours(1);

    private final Actions actions;

    @Mixin
    private final StackChoice choice = new StackChoice();

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (default: 127.0.0.1).")
    private String host = "";

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on, 0 for any (default: 8080).")
    private int port;

    @Option(
            names = "--tries",
            defaultValue = "10",
            description = "How often an update is tried while someone else updates the stack (default: 10).")
    private int tries;

    @Option(
            names = "--token-grace",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "How long the old token works after a new one is set, ISO 8601 (default: PT10M).")
    private Duration tokenGrace = Duration.ZERO;

    @Option(
            names = "--pool-label",
            paramLabel = "LABEL",
            defaultValue = "pool_name",
            description = "The label of an alert that names the pool (default: pool_name).")
    private String poolLabel = "";

    @Option(
            names = "--journal",
            paramLabel = "LOCATION",
            description = {
                "What is accepted is kept here: a file, jdbc:postgresql://HOST/DATABASE with the user and the password in"
                        + " PULUMISCALE_JOURNAL_USER and PULUMISCALE_JOURNAL_PASSWORD, or memory, which a restart forgets"
                        + " (default: .pulumiscale/journal-STACK.db in the project's folder)."
            })
    private Optional<String> journal = Optional.empty();

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "How long an update may take before it is stopped, ISO 8601 (default: PT10M).")
    private Duration deadline = Duration.ZERO;

    @Option(
            names = "--shutdown-grace",
            paramLabel = "DURATION",
            defaultValue = "PT1M",
            description = "How long a running update may go on when the scaler is to end, ISO 8601 (default: PT1M).")
    private Duration shutdownGrace = Duration.ZERO;

    @Option(
            names = "--sns-sha1",
            description = {
                "Take SNS messages with signature version 1 (SHA-1) too. The stack's topic signs with version 2; this is"
                        + " for one that somebody has set back."
            })
    private boolean snsSha1;

    @Option(
            names = "--sns-certificate",
            paramLabel = "FILE",
            defaultValue = "${env:PULUMISCALE_SNS_CERTIFICATE}",
            description = {
                "Believe SNS messages that are signed by this certificate's key, beside Amazon's: for the embedded cloud,"
                        + " never in production (default: $PULUMISCALE_SNS_CERTIFICATE, which `pulumiscale local` sets)."
            })
    private Optional<Path> snsCertificate = Optional.empty();

    @Mixin
    private final DoorChoice door = new DoorChoice();

    @Option(
            names = "--open-metrics",
            description = "Show GET /metrics to whoever has no token, too: for a Prometheus that can send none.")
    private boolean openMetrics;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the log is written: text, or json, an object a line (default: text).")
    private LogFormat logFormat = LogFormat.TEXT;

    ServeCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        if (tries < 1 || port < 0 || port > 65_535 || tokenGrace.isNegative()) {
            throw new CommandFailed(
                    CommandFailed.INVALID, "--tries is at least 1, --port 0 to 65535, --token-grace not negative");
        }
        if (!within(deadline, SHORTEST_DEADLINE, LONGEST_DEADLINE)
                || !within(shutdownGrace, Duration.ZERO, LONGEST_SHUTDOWN_GRACE)) {
            throw new CommandFailed(
                    CommandFailed.INVALID, "--deadline is PT1S to PT24H, --shutdown-grace PT0S to PT1H");
        }
        return actions.serve(new ServeOptions(
                choice.folder,
                choice.stack,
                host,
                port,
                tries,
                tokenGrace,
                poolLabel,
                journal,
                deadline,
                shutdownGrace,
                snsCertificate,
                snsSha1,
                door.options(),
                openMetrics,
                logFormat));
    }

    private static boolean within(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }
}
