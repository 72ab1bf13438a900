package io.pulumiscale.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The image that {@code infra/image/build} has made, unpacked as a container engine would. */
final class Image {
    private final Path root;
    private final JsonNode config;

    private Image(Path root, JsonNode config) {
        this.root = root;
        this.config = config;
    }

    /** @param root a folder to be the container's root */
    static Image unpacked(Path root) {
        Path tar = Path.of("target/pulumiscale-image.tar").toAbsolutePath();
        if (!Files.exists(tar)) {
            throw new AssertionError("there is no %s; infra/image/build makes it".formatted(tar));
        }
        try {
            Path parts = Files.createDirectories(root.resolveSibling("parts"));
            Files.createDirectories(root);
            run("tar", "-xf", tar.toString(), "-C", parts.toString());
            JsonNode manifest = Sender.read(Files.readString(parts.resolve("manifest.json")))
                    .path(0);
            for (JsonNode layer : manifest.path("Layers")) {
                run(
                        "tar",
                        "-xpf",
                        parts.resolve(layer.asText()).toString(),
                        "-C",
                        root.toString(),
                        "--keep-directory-symlink");
            }
            Files.createDirectories(root.resolve("proc"));
            Files.createDirectories(root.resolve("dev"));
            return new Image(
                    root,
                    Sender.read(Files.readString(
                            parts.resolve(manifest.path("Config").asText()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    JsonNode config() {
        return config.path("config");
    }

    /** The container's command with other arguments, as the image's user. */
    ProcessBuilder container(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        config().path("Entrypoint").forEach(word -> command.add(word.asText()));
        command.addAll(List.of(arguments));
        return program(environment, command);
    }

    /** Another program of the image. */
    ProcessBuilder program(Map<String, String> environment, List<String> program) {
        List<String> command = new ArrayList<>(List.of("infra/image/enter", root.toString()));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", "/usr/bin:/bin", "%s:%s"::formatted);
        if (asRoot()) {
            builder.environment().put("ENTER_AS", config().path("User").asText());
        }
        return builder;
    }

    /** What a program says, once it has ended well. */
    String says(String... program) {
        try {
            Process process = program(Map.of(), List.of(program)).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands a folder over to the image's user; without the right to, that user is this one. */
    void give(Path folder) {
        if (asRoot()) {
            run("chown", "-R", config().path("User").asText(), folder.toString());
        }
    }

    /** Regular files below the root, by their path in it. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.startsWith(root.resolve("proc")) && !file.startsWith(root.resolve("dev")))
                    .filter(Files::isRegularFile)
                    .map(file -> "/" + root.relativize(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        config().path("Env").forEach(variable -> {
            String[] parts = variable.asText().split("=", 2);
            environment.put(parts[0], parts[1]);
        });
        return environment;
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) {
        new Person(Path.of("").toAbsolutePath(), Map.of()).run("", command).succeeded();
    }
}
