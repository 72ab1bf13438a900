package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prometheus or Alertmanager, the real one, on a free port of loopback and in a folder of its own. */
final class Daemon implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\".* address=127\\.0\\.0\\.1:(\\d+)");
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final Path log;

    private Daemon(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param folder where it is started; its log is there too */
    static Daemon start(Path program, Path folder, String... options) throws IOException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(program.toString(), "--web.listen-address=127.0.0.1:0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Daemon(process, log).ready();
    }

    /** The program of the first of these names on {@code PATH}; without any the test is skipped, and says so. */
    static Path program(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    System.err.println("SKIPPED: no %s on PATH; apt-get install prometheus prometheus-alertmanager"
                            .formatted(String.join(", no ", names)));
                    return abort("no " + names[0]);
                });
    }

    private Daemon ready() {
        await().atMost(World.PATIENCE).until(() -> LISTENING.matcher(written()).find() || !process.isAlive());
        assertThat(process.isAlive()).as(written()).isTrue();
        await().atMost(World.PATIENCE).until(() -> http().get("/-/ready").statusCode() == 200);
        return this;
    }

    int port() {
        Matcher listening = LISTENING.matcher(written());
        assertThat(listening.find()).as(written()).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    /** The sum of the metrics of itself that begin so, e.g. a name and a part of the labels. */
    double metric(String start) {
        return http().get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sender http() {
        return new Sender(port(), "it wants none");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
