package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Pulumi.STACK.yaml} as a file: checked without the engine, the backend and the passphrase. */
public final class ConfigurationFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PREFIX = "pulumiscale:";
    private static final String NAMESPACE = ".config." + PREFIX;
    private static final String IN_PLAIN = "stands there in plain: set it with --secret";

    private final String project;
    private final String stack;
    private final Path file;

    private ConfigurationFile(String project, String stack, Path file) {
        this.project = project;
        this.stack = stack;
        this.file = file;
    }

    /**
     * @param folder has {@code Pulumi.yaml}
     * @throws IOException if either file cannot be read
     */
    public static ConfigurationFile of(Path folder, String stack) throws IOException {
        JsonNode project = YAML.readTree(read(folder.resolve("Pulumi.yaml")));
        StackName name = new StackName(stack);
        return new ConfigurationFile(project.path("name").asText(), name.simple(), folder.resolve(name.file()));
    }

    /**
     * @throws InvalidConfiguration with all faults at once
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public StackConfig check() throws IOException {
        return check(Map.of());
    }

    /**
     * As if other values stood there.
     *
     * @param others YAML, by what they are of: {@code web.max}
     * @throws InvalidConfiguration with all faults at once
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public StackConfig check(Map<String, String> others) throws IOException {
        String text = read(file);
        List<Fault> earlier = new ArrayList<>(duplicates(text));
        JsonNode root = YAML.readTree(text);
        for (Map.Entry<String, String> other : others.entrySet()) {
            set(root, other.getKey(), YAML.readTree(other.getValue()), earlier);
        }
        return check(root, earlier);
    }

    /** @param earlier faults that were found before it was a tree */
    StackConfig check(JsonNode root, List<Fault> earlier) {
        List<Fault> faults = new ArrayList<>(earlier);
        JsonNode config = root.path("config");
        faults.addAll(unknownKeys(config));
        faults.addAll(secretFaults(config));
        faults.addAll(new ScalerFileCheck(root).faults());
        DeliveryReader.read(key -> json(config.path(PREFIX + key)), faults);
        return WholeConfig.read(project, stack, key -> json(config.path(PREFIX + key)), faults)
                .pools();
    }

    /**
     * What is wrong with tokens and notices as they stand in the file, such as a secret that is in plain: the engine hands
     * over both alike.
     *
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public List<Fault> secretFaults() throws IOException {
        return secretFaults(YAML.readTree(read(file)).path("config"));
    }

    private static void set(JsonNode root, String path, JsonNode value, List<Fault> faults) {
        int dot = path.indexOf('.');
        String pool = dot < 0 ? path : path.substring(0, dot);
        JsonNode pools = root.path("config").path("pulumiscale:pools");
        if (dot > 0 && pools.path(pool) instanceof ObjectNode settings) {
            settings.set(path.substring(dot + 1), value);
        } else {
            faults.add(new Fault("pools." + pool, "cannot be set: a pool and its key are needed, such as web.max"));
        }
    }

    private static List<Fault> unknownKeys(JsonNode config) {
        return config.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .filter(key -> !ConfigurationSchema.keys().contains(key))
                .map(key -> new Fault(key, Spelling.unknown(key, ConfigurationSchema.keys())))
                .toList();
    }

    /** As the engine hands it over: a text as it is, all else as JSON. */
    private static Optional<String> json(JsonNode value) {
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(value.isTextual() ? value.textValue() : value.toString());
    }

    private static List<Fault> secretFaults(JsonNode config) {
        List<Fault> faults = new ArrayList<>();
        JsonNode webhookToken = config.path("pulumiscale:webhookToken");
        if (webhookToken.isMissingNode()) {
            faults.add(ScalerConfig.NO_TOKEN);
        } else if (!Section.encrypted(webhookToken)) {
            faults.add(new Fault("webhookToken", IN_PLAIN));
        }
        List<String> pools = StackConfig.names(json(config.path("pulumiscale:pools")));
        JsonNode tokens = config.path("pulumiscale:tokens");
        if (!Section.encrypted(tokens)) { // encrypted as a whole, only the engine can tell
            new TokensReader(pools, ConfigurationFile::encrypted).read(tokens, faults);
        }
        JsonNode notices = config.path(PREFIX + NoticesReader.PATH);
        if (!Section.encrypted(notices)) { // likewise
            notices(config).read(notices, faults);
        }
        return faults;
    }

    private static Optional<String> encrypted(Section token, String key) {
        JsonNode value = token.value(key);
        if (value.isMissingNode()) {
            token.fault(key, "missing");
        } else if (!Section.encrypted(value)) {
            token.fault(key, IN_PLAIN);
        }
        return Optional.empty();
    }

    /**
     * Those whose URLs are not encrypted, without what is wrong.
     *
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public List<NoticeTarget> notices() throws IOException {
        JsonNode config = YAML.readTree(read(file)).path("config");
        return notices(config).read(config.path("pulumiscale:" + NoticesReader.PATH), new ArrayList<>());
    }

    private static NoticesReader notices(JsonNode config) {
        return new NoticesReader(StackConfig.names(json(config.path("pulumiscale:pools"))), true);
    }

    /** The project's name in {@code Pulumi.yaml}. */
    public String project() {
        return project;
    }

    /**
     * Another key of the file, of a provider's.
     *
     * @return empty if it is not there, or is a secret
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public Optional<String> plain(String key) throws IOException {
        JsonNode value = YAML.readTree(read(file)).path("config").path(key);
        return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
    }

    /**
     * Whether a key is there at all, a secret or not.
     *
     * @throws IOException if the file cannot be read, or is not YAML
     */
    public boolean has(String key) throws IOException {
        return YAML.readTree(read(file)).path("config").has(key);
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no %s (-C names another folder, -s another stack)".formatted(file), e);
        }
    }

    private static List<Fault> duplicates(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            return DuplicateKeys.in(parser).stream()
                    .map(path -> new Fault(path.replace(NAMESPACE, ""), "named twice"))
                    .toList();
        }
    }
}
