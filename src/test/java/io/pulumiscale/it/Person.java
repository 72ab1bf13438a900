package io.pulumiscale.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody with the Pulumi CLI in a terminal. */
public final class Person {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Map<String, String> environment;

    Person(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** What a command printed, on both streams, and its exit code. */
    public record Said(int code, String output) {
        public Said succeeded() {
            if (code != 0) {
                throw new AssertionError("ended with %d:%n%s".formatted(code, output));
            }
            return this;
        }
    }

    public Said up(String... more) {
        List<String> command = new ArrayList<>(List.of("up", "--yes", "--skip-preview"));
        command.addAll(List.of(more));
        return pulumi(command.toArray(String[]::new));
    }

    /** Without a checkpoint a step, which is most of the time that a large first `up` takes. */
    public Said upQuickly() {
        Map<String, String> quick = new HashMap<>(environment);
        quick.put("PULUMI_EXPERIMENTAL", "true");
        quick.put("PULUMI_SKIP_CHECKPOINTS", "true");
        return new Person(folder, quick).up();
    }

    CompletableFuture<Said> upMeanwhile() {
        return CompletableFuture.supplyAsync(this::up);
    }

    void initialise(String stack, String token) {
        pulumi("stack", "init", stack).succeeded();
        setToken(token);
    }

    void setToken(String token) {
        run(token, "pulumi", "config", "set", "--secret", "pulumiscale:webhookToken", "--non-interactive")
                .succeeded();
    }

    /** A secret in the configuration, by its path. */
    void setSecret(String path, String value) {
        run(value, "pulumi", "config", "set", "--secret", "--path", path, "--non-interactive")
                .succeeded();
    }

    void set(String path, String value) {
        pulumi("config", "set", "--path", path, value).succeeded();
    }

    /** One entry of {@code pulumiscale:tokens}, for one pool or for {@code all}. */
    void setToken(String name, String value, String pool, String... rights) {
        String path = "pulumiscale:tokens." + name;
        run(value, "pulumi", "config", "set", "--secret", "--path", path + ".value", "--non-interactive")
                .succeeded();
        pulumi("config", "set", "--path", path + (pool.equals("all") ? ".pools" : ".pools[0]"), pool)
                .succeeded();
        for (int i = 0; i < rights.length; i++) {
            pulumi("config", "set", "--path", "%s.rights[%d]".formatted(path, i), rights[i])
                    .succeeded();
        }
    }

    /** Sizes as the stack remembers them. */
    Map<String, Integer> sizes() {
        JsonNode sizes = json(pulumi("stack", "output", "sizes").succeeded().output());
        return JSON.convertValue(sizes, JSON.getTypeFactory().constructMapType(Map.class, String.class, Integer.class));
    }

    /** The newest first. */
    JsonNode history() {
        return json(pulumi("stack", "history", "--json").succeeded().output());
    }

    /** The stack's whole state. */
    public JsonNode state() {
        return json(pulumi("stack", "export").succeeded().output()).path("deployment");
    }

    public Said pulumi(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pulumi"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--non-interactive", "--color", "never"));
        return run("", command.toArray(String[]::new));
    }

    Said run(String input, String... command) {
        try {
            Path output = Files.createTempFile("said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + Files.readString(output));
            }
            int code = process.exitValue();
            String text = Files.readString(output);
            Files.delete(output);
            return new Said(code, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
