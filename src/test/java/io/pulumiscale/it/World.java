package io.pulumiscale.it;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.Service;
import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.local.EmbeddedCloud;
import io.pulumiscale.local.JarProject;
import io.pulumiscale.local.LocalSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cloud, a backend and a project folder of one test; whatever is started in it ends with it. */
final class World implements AutoCloseable {
    static final String STACK = "dev";
    static final String TOKEN = "open sesame, it is a test";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;
    private final LocalSession session;
    private final List<Service> started = new ArrayList<>();

    private World(Path root, LocalSession session) {
        this.root = root;
        this.session = session;
    }

    /** With a stack that is configured and not yet deployed. */
    static World of(Path root, String pools) {
        try {
            World world = new World(root, LocalSession.open(root.resolve("local")));
            JarProject.create(world.folder(), java(), jar());
            world.configure(pools);
            world.person().initialise(STACK, TOKEN);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the pools, as a person does in an editor; what the CLI wrote into the file stays. */
    void configure(String pools) {
        try {
            Path file = folder().resolve("Pulumi.dev.yaml");
            String kept = Files.exists(file) ? keptLines(file) : "config:\n  aws:region: us-east-1\n";
            Files.writeString(file, kept + "  pulumiscale:pools:\n" + pools.indent(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return root.resolve("project");
    }

    EmbeddedCloud cloud() {
        return session.own().orElseThrow();
    }

    Person person() {
        return new Person(folder(), environment());
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(session.environment(Map.of()));
        environment.put("PULUMI_HOME", root.resolve("home").toString());
        return environment;
    }

    Sender scaler() {
        return scaler(Duration.ofMinutes(10));
    }

    /** Starts a scaler and waits until it is ready. */
    Sender scaler(Duration tokenGrace) {
        Service service = Service.start(
                new ServeOptions(folder(), STACK, "127.0.0.1", 0, 10, tokenGrace, "pool_name"), environment());
        started.add(service);
        Sender sender = new Sender(service.port(), TOKEN);
        await().atMost(PATIENCE).until(() -> sender.get("/readyz").statusCode() == 200);
        return sender;
    }

    static Path jar() {
        return Path.of(System.getProperty("pulumiscale.jar"));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    @Override
    public void close() throws IOException {
        started.forEach(Service::close);
        session.close();
    }

    /** The pools come last: everything above them is kept. */
    private static String keptLines(Path file) throws IOException {
        StringBuilder kept = new StringBuilder();
        boolean inPools = false;
        for (String line : Files.readAllLines(file)) {
            inPools = inPools ? line.startsWith("    ") : line.startsWith("  pulumiscale:pools:");
            if (!inPools) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }
}
