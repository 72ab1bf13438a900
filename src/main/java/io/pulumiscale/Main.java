package io.pulumiscale;

import io.pulumiscale.cli.Actions;
import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.CommandLineProgram;
import io.pulumiscale.cli.DemoOptions;
import io.pulumiscale.cli.DoctorOptions;
import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.cli.SimulateOptions;
import io.pulumiscale.demo.Demo;
import io.pulumiscale.demo.DemoFailed;
import io.pulumiscale.doctor.Checks;
import io.pulumiscale.doctor.Doctor;
import io.pulumiscale.doctor.JsonReport;
import io.pulumiscale.doctor.Report;
import io.pulumiscale.doctor.Subject;
import io.pulumiscale.doctor.TextReport;
import io.pulumiscale.http.CannotListen;
import io.pulumiscale.http.UnusableTls;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.local.LocalSession;
import io.pulumiscale.stack.App;
import io.pulumiscale.stack.ConfigurationFile;
import io.pulumiscale.stack.ConfigurationSchema;
import io.pulumiscale.stack.InvalidConfiguration;
import io.pulumiscale.update.StackUnreachable;
import io.pulumiscale.webhook.sns.UnusableCertificate;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The composition root: the only class that sees everything. */
public final class Main implements Actions {

    private final PrintWriter out;
    private final PrintWriter err;

    private Main(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Run by the Java language host, which sets PULUMI_MONITOR, it is the stack program; else the command line. */
    public static void main(String[] args) {
        if (args.length == 0 && System.getenv("PULUMI_MONITOR") != null) {
            App.main(args);
            return;
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Termination termination = new Termination(Thread.currentThread());
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int code = CommandLineProgram.run(new Main(out, err), Remote.of(out, err), out, err, args);
        termination.tidied();
        System.exit(code);
    }

    @Override
    public int serve(ServeOptions options) {
        Logging.write(options.logFormat());
        try (Service service = Service.start(options, Map.of())) {
            out.println("listening on %s://%s:%d"
                    .formatted(Doors.settings(options).scheme(), options.host(), service.port()));
            Termination.awaitSignal();
            return 0;
        } catch (InvalidConfiguration | UnusableCertificate | UnusableTls e) {
            throw CommandFailed.because(CommandFailed.INVALID, e);
        } catch (StackUnreachable | CannotListen | JournalException e) {
            throw CommandFailed.because(CommandFailed.FAILED, e);
        }
    }

    @Override
    public int demo(DemoOptions options) {
        Optional<Runnable> stay = options.keep() ? Optional.of(Termination::awaitSignal) : Optional.empty();
        try {
            new Demo(jar(), java(), options.port(), StackToken.random(new SecureRandom()), Clock.systemUTC(), out)
                    .run(stay);
            return 0;
        } catch (DemoFailed | IOException e) {
            throw CommandFailed.because(CommandFailed.FAILED, e);
        }
    }

    @Override
    public int local(Path folder, List<String> command) {
        try (LocalSession session = LocalSession.open(folder)) {
            Map<String, String> environment = session.environment(System.getenv());
            if (!command.isEmpty()) {
                return run(command, environment);
            }
            environment.forEach((name, value) -> out.println("export %s='%s'".formatted(name, value)));
            Termination.awaitSignal();
            return 0;
        } catch (IOException e) {
            throw CommandFailed.because(CommandFailed.FAILED, e);
        }
    }

    @Override
    public int validate(Path folder, String stack) {
        try {
            int pools = ConfigurationFile.of(folder, stack)
                    .check()
                    .catalog()
                    .byName()
                    .size();
            out.println("%d pools, no fault".formatted(pools));
            return 0;
        } catch (InvalidConfiguration e) {
            throw CommandFailed.because(CommandFailed.INVALID, e);
        } catch (IOException e) {
            throw new CommandFailed(CommandFailed.INVALID, "cannot read the configuration: " + e.getMessage());
        }
    }

    @Override
    public int schema() {
        out.print(ConfigurationSchema.text());
        out.flush();
        return 0;
    }

    @Override
    public int simulate(SimulateOptions options) {
        Logging.quiet();
        return new Replay(options, out, err).run();
    }

    @Override
    public int doctor(DoctorOptions options) {
        boolean text = options.output() == DoctorOptions.Output.TEXT;
        TextReport lines = new TextReport(out);
        Doctor doctor = new Doctor(Doctor.Patience.standard(), check -> err.println(check + " ..."));
        Report report = doctor.examine(Checks.of(subject(options)), text ? lines::write : result -> {});
        if (text) {
            lines.sum(report);
        } else {
            out.println(JsonReport.of(report));
        }
        return report.healthy() ? 0 : CommandFailed.FAILED;
    }

    private static Subject subject(DoctorOptions options) {
        Path folder = options.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(CommandFailed.INVALID, "there is no folder " + folder);
        }
        String journal = options.journal().orElseGet(() -> Journals.standard(folder, options.stack()));
        return new Subject(folder, options.stack(), System.getenv(), journal, options.takeLock(), Clock.systemUTC());
    }

    private static int run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy(); // Ctrl-C has reached it already, a SIGTERM of ours alone has not
            return process.onExit().join().exitValue();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static Path jar() {
        try {
            Path path = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class comes from a well-formed place", e);
        }
        throw new CommandFailed(CommandFailed.INVALID, "the demo runs from the jar: use ./pulumiscale demo");
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
