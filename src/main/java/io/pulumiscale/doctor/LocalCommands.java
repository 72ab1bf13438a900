package io.pulumiscale.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Programs of this machine, in one folder with one environment. */
final class LocalCommands implements Commands {
    private final Path folder;
    private final Map<String, String> environment;

    LocalCommands(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Ran run(List<String> command, String input, Duration patience) throws IOException {
        Process process = started(command);
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> errors = read(process.getErrorStream());
        try {
            give(process, input);
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException(
                        "`%s` did not end within %d s".formatted(String.join(" ", command), patience.toSeconds()));
            }
            return new Ran(process.exitValue(), output.join(), errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (CompletionException e) {
            throw new IOException("what `%s` said cannot be read".formatted(command.get(0)), e);
        } finally {
            kill(process);
        }
    }

    private Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Then nobody is there to answer a question. */
    private static void give(Process process, String input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it has ended without reading: how it ended, and what it said, tells more
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                LocalCommands::start);
    }

    /** Both streams are read at once: a program that has filled one would wait for ever. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "command-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** With its plugins; what has ended is not there to be killed. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
