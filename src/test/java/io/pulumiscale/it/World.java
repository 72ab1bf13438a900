package io.pulumiscale.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pulumiscale.Service;
import io.pulumiscale.cli.DoorOptions;
import io.pulumiscale.cli.LogFormat;
import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.local.EmbeddedCloud;
import io.pulumiscale.local.JarProject;
import io.pulumiscale.local.LocalSession;
import io.pulumiscale.local.LocalSns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A cloud, a backend and a project folder of one test; whatever is started in it ends with it. */
public final class World implements AutoCloseable {
    private static final YAMLMapper YAML = new YAMLMapper();

    static final String STACK = "dev";
    public static final String TOKEN = "open sesame, it is a test";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Those that the launcher and the image give it. */
    private static final Path FLAGS = Path.of("infra/java.args");

    private final Path root;
    private final LocalSession session;
    private final List<Service> started = new ArrayList<>();
    private final List<ScalerProcess> processes = new ArrayList<>();
    private final Map<String, String> besides = new HashMap<>();

    private World(Path root, LocalSession session) {
        this.root = root;
        this.session = session;
    }

    /** With a stack that is configured and not yet deployed. */
    public static World of(Path root, String pools) {
        return of(root, atOnce(tree(pools)), Map.of());
    }

    /** @param environment for all that is started in it */
    static World of(Path root, String pools, Map<String, String> environment) {
        return of(root, atOnce(tree(pools)), environment);
    }

    /** The same, and each pool says all that it needs: a thousand that say more are more than an environment holds. */
    public static World asWritten(Path root, String pools) {
        return of(root, tree(pools), Map.of());
    }

    private static World of(Path root, JsonNode pools, Map<String, String> environment) {
        try {
            World world = new World(root, LocalSession.open(root.resolve("local")));
            world.besides.putAll(environment);
            JarProject.create(world.folder(), java(), jar());
            world.configure(pools);
            world.person().initialise(STACK, TOKEN);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests do not wait for cooldowns, and send alerts that nobody ends: what a pool does not say of it is nought. */
    private static JsonNode atOnce(JsonNode pools) {
        for (JsonNode pool : pools) {
            for (String key : List.of("cooldownOut", "cooldownIn", "stabilization", "alertTtl")) {
                if (!pool.has(key)) {
                    ((ObjectNode) pool).put(key, "PT0S");
                }
            }
        }
        return pools;
    }

    /** Writes the pools, as a person does in an editor; whatever else is in the file stays. */
    public void configure(String pools) {
        configure(atOnce(tree(pools)));
    }

    private static JsonNode tree(String pools) {
        try {
            return YAML.readTree(pools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(JsonNode pools) {
        try {
            Path file = folder().resolve("Pulumi.dev.yaml");
            ObjectNode stack =
                    Files.exists(file) ? (ObjectNode) YAML.readTree(Files.readString(file)) : YAML.createObjectNode();
            stack.withObject("/config").put("aws:region", "us-east-1").set("pulumiscale:pools", pools);
            Files.writeString(file, YAML.writeValueAsString(stack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return root.resolve("project");
    }

    public EmbeddedCloud cloud() {
        return session.own().orElseThrow();
    }

    /** Posts an alarm's change of state as SNS does. */
    HttpResponse<String> alarm(Sender scaler, String name, String state, Instant since) {
        return scaler.sns(
                session.sns().notification(topic(), Optional.of("any"), Payloads.alarm(topic(), name, state, since)));
    }

    LocalSns sns() {
        return session.sns();
    }

    /** The ARN of the stack's topic, once it is deployed. */
    String topic() {
        return person().pulumi("stack", "output", "topicArn").output().strip();
    }

    public Person person() {
        return new Person(folder(), environment());
    }

    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(session.environment(Map.of()));
        environment.put("PULUMI_HOME", root.resolve("home").toString());
        environment.putAll(besides);
        return environment;
    }

    /** For whatever is started from now on. */
    public void environment(String name, String value) {
        besides.put(name, value);
    }

    Sender scaler() {
        return scaler(Duration.ofMinutes(10));
    }

    /** Starts a scaler and waits until it is ready. */
    Sender scaler(Duration tokenGrace) {
        return scaler(tokenGrace, Duration.ofMinutes(10));
    }

    /** The same, for a scaler whose updates may take so long. */
    Sender scaler(Duration tokenGrace, Duration deadline) {
        Service service = Service.start(
                new ServeOptions(
                        folder(),
                        STACK,
                        "127.0.0.1",
                        0,
                        10,
                        tokenGrace,
                        "pool_name",
                        journal(),
                        deadline,
                        Duration.ofMinutes(1),
                        Optional.of(session.sns().certificate()),
                        false,
                        DoorOptions.standard(),
                        false,
                        LogFormat.TEXT),
                environment());
        started.add(service);
        Sender sender = new Sender(service.port(), TOKEN);
        await().atMost(PATIENCE).until(() -> sender.get("/readyz").statusCode() == 200);
        return sender;
    }

    Path backend() {
        return root.resolve("local/backend");
    }

    /** Where a scaler keeps its journal that is not told another place. */
    Path journalFile() {
        return folder().resolve(".pulumiscale/journal-%s.db".formatted(STACK));
    }

    /** A second scaler of this process has a journal of its own. */
    private Optional<String> journal() {
        return started.isEmpty() ? Optional.empty() : Optional.of("memory");
    }

    /** Whether somebody is updating the stack. */
    public boolean locked() {
        Path locks = root.resolve("local/backend/.pulumi/locks");
        try (Stream<Path> files = Files.exists(locks) ? Files.walk(locks) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody with a newer checkout does: the scaler's own folder keeps the older configuration. */
    void deployFromAnotherFolder(String pools) {
        World elsewhere = new World(root.resolve("elsewhere"), session);
        try {
            JarProject.create(elsewhere.folder(), java(), jar());
            Files.copy(folder().resolve("Pulumi.dev.yaml"), elsewhere.folder().resolve("Pulumi.dev.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        elsewhere.configure(pools);
        Person person = new Person(elsewhere.folder(), environment());
        person.pulumi("stack", "select", STACK).succeeded();
        person.up().succeeded();
    }

    /** Runs the packaged program in the project's folder; its temporary files go to {@link #temporary}. */
    Person.Said pulumiscale(String... arguments) {
        return person().run("", packaged(arguments).toArray(String[]::new));
    }

    /** The same with a part of the environment changed. */
    Person.Said pulumiscale(Map<String, String> changed, String... arguments) {
        Map<String, String> environment = environment();
        environment.putAll(changed);
        return new Person(folder(), environment).run("", packaged(arguments).toArray(String[]::new));
    }

    /** The same, without waiting for its end; what it says goes to {@code log}. */
    Process begin(Path log, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(packaged(arguments))
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the packaged scaler as a process of its own, on a free port unless told, and waits until it is ready. */
    public ScalerProcess scalerProcess(String... options) {
        List<String> serve = new ArrayList<>(List.of("serve"));
        serve.addAll(List.of(options));
        if (!serve.contains("--port")) {
            serve.addAll(List.of("--port", "0"));
        }
        Path log = root.resolve("scaler-%d.log".formatted(processes.size()));
        return watched(new ScalerProcess(begin(log, serve.toArray(String[]::new)), log));
    }

    /** One that was started otherwise: waits until it is ready, and ends it with everything else. */
    ScalerProcess watched(ScalerProcess scaler) {
        processes.add(scaler);
        return scaler.ready();
    }

    /** Holds the stack's lock as somebody else does, until it is deleted. */
    Path lockOf(String somebody) {
        try {
            Path lock = root.resolve(
                    "local/backend/.pulumi/locks/organization/pulumiscale/dev/%s.json".formatted(somebody));
            Files.createDirectories(lock.getParent());
            return Files.writeString(lock, """
                    {"pid": 1, "username": "%s", "hostname": "laptop", "timestamp": "2026-11-24T03:00:00Z"}
                    """.formatted(somebody));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack's state, as the backend has it. */
    ObjectNode stateFile() {
        try {
            return (ObjectNode) YAML.readTree(Files.readString(statePath())); // all JSON is YAML
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stateFile(ObjectNode state) {
        try {
            Files.writeString(statePath(), state.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path statePath() {
        return root.resolve("local/backend/.pulumi/stacks/pulumiscale/%s.json".formatted(STACK));
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    private List<String> packaged(String... arguments) {
        try {
            Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "@" + FLAGS.toAbsolutePath(),
                "-Djava.io.tmpdir=" + temporary(),
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static Path jar() {
        return Path.of(System.getProperty("pulumiscale.jar"));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    @Override
    public void close() throws IOException {
        started.forEach(Service::close);
        processes.forEach(ScalerProcess::close);
        session.close();
    }
}
