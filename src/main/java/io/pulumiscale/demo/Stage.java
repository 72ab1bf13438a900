package io.pulumiscale.demo;

import io.pulumiscale.local.JarProject;
import io.pulumiscale.local.LocalSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Folders of the demonstration: a project, its backend, the cloud's state. All are deleted at the end. */
final class Stage implements AutoCloseable {
    static final String STACK = "dev";

    private final Path root;
    private final LocalSession cloud;

    /** @param jar what the language host runs as the program */
    Stage(Path java, Path jar) throws IOException {
        root = Files.createTempDirectory("pulumiscale-demo-");
        Files.createDirectories(logs());
        JarProject.create(project(), java, jar);
        try (InputStream configuration = Stage.class.getResourceAsStream("Pulumi.dev.yaml")) {
            Files.copy(Objects.requireNonNull(configuration), project().resolve("Pulumi.dev.yaml"));
        }
        cloud = LocalSession.open(state());
    }

    Path project() {
        return root.resolve("project");
    }

    Path state() {
        return root.resolve("local");
    }

    Path logs() {
        return root.resolve("logs");
    }

    LocalSession cloud() {
        return cloud;
    }

    /** A Pulumi home of its own: the person's login and selected stacks are not touched. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(cloud.environment(Map.of()));
        environment.put("PULUMI_HOME", root.resolve("home").toString());
        return environment;
    }

    Shell shell() {
        return new Shell(project(), environment(), logs());
    }

    @Override
    public void close() {
        try {
            cloud.close();
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException("could not tidy up " + root, e);
        }
    }

    private void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(root)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
