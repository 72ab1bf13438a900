package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulumiscale.model.Hold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A process that has the lease, and can be killed or halted as processes are. */
final class OtherScaler implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherScaler(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static OtherScaler start(String url, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                OtherScaler.class.getName(),
                url);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new OtherScaler(builder.start());
    }

    /** What it says next. */
    String says() {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith("> ")) {
                line = output.readLine(); // the log
            }
            return Objects.requireNonNull(line, "it has ended").substring(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is to decide something, and says what became of it. */
    String decides() throws IOException {
        process.outputWriter(UTF_8).append("decide\n").flush();
        return says();
    }

    void kill() {
        process.destroyForcibly();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (Journal journal = Journals.open(arguments[0], System.getenv(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            say(journal.lease().tenure().toString());
            while (input.readLine() != null) {
                say(decide(journal));
            }
        }
    }

    private static String decide(Journal journal) {
        try {
            journal.hold(new Hold("web", 3, "by the other", List.of()), NOW);
            return "written";
        } catch (JournalException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static void say(String what) {
        System.out.println("> " + what);
    }
}
