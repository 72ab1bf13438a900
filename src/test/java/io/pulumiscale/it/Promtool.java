package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prometheus's own tool, of Debian's package prometheus. Where it is not there the test is skipped, aloud. */
final class Promtool {
    private static final Logger LOG = LoggerFactory.getLogger(Promtool.class);

    private final List<String> command = new ArrayList<>(List.of("promtool"));
    private ProcessBuilder.Redirect input = ProcessBuilder.Redirect.PIPE;

    private Promtool(List<String> arguments) {
        command.addAll(arguments);
    }

    static Promtool said(String... arguments) {
        return new Promtool(List.of(arguments));
    }

    Promtool readingFrom(Path file) {
        input = ProcessBuilder.Redirect.from(file.toFile());
        return this;
    }

    void succeeds() {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException e) {
            LOG.error("NOT TRIED, as there is no promtool: apt-get install prometheus");
            Assumptions.abort("no promtool");
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
