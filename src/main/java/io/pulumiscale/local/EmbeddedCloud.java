package io.pulumiscale.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An AWS account and a Kubernetes cluster in this process, for the real Pulumi engine: give
 * {@link #debugProviders()} to it as {@code PULUMI_DEBUG_PROVIDERS}.
 *
 * <p>Resources and the record of operations are files and survive a restart, of this process too. Everything listens
 * on 127.0.0.1 only. Safe for use by several threads.
 */
public final class EmbeddedCloud implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Faults faults = new Faults();
    private final CloudState state;
    private final OperationLog log;
    private final Lifecycle lifecycle;
    private final ProviderServer aws;
    private final ProviderServer kubernetes;

    private EmbeddedCloud(CloudOptions options) throws IOException {
        try {
            part(new StateLock(options.beside(".lock")));
            state = part(new CloudState(options.stateFile()));
            log = part(new OperationLog(options.beside(".operations"), options.clock()));
            var ids = new Ids(options.random());
            var schemas = new ArgsSchemas();
            var gate = new FaultGate(faults, log, options.latency());
            lifecycle = new Lifecycle(state, log, gate, ids, options.clock());
            aws = part(new ProviderServer(
                    options.awsPort(), new ProviderService(ProviderPackage.aws(), schemas, lifecycle, ids)));
            kubernetes = part(new ProviderServer(
                    options.kubernetesPort(),
                    new ProviderService(ProviderPackage.kubernetes(), schemas, lifecycle, ids)));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts on free ports.
     *
     * @throws IOException if the state cannot be read or written, or another embedded cloud has it
     */
    public static EmbeddedCloud start(Path stateFile) throws IOException {
        return start(CloudOptions.of(stateFile));
    }

    /**
     * Starts as told.
     *
     * @throws IOException if a port is taken, the state cannot be read or written, or another embedded cloud has it
     */
    public static EmbeddedCloud start(CloudOptions options) throws IOException {
        return new EmbeddedCloud(options);
    }

    /** The value for {@code PULUMI_DEBUG_PROVIDERS}: {@code aws:PORT,kubernetes:PORT}. */
    public String debugProviders() {
        return "aws:" + awsPort() + ",kubernetes:" + kubernetesPort();
    }

    public int awsPort() {
        return aws.port();
    }

    public int kubernetesPort() {
        return kubernetes.port();
    }

    /** Everything that exists, in the order of creation. */
    public List<CloudResource> resources() {
        return state.all();
    }

    /**
     * One resource.
     *
     * @param type token, such as {@code kubernetes:apps/v1:Deployment}
     * @param nameOrId its id or name in the cloud, or its name in the program
     */
    public Optional<CloudResource> find(String type, String nameOrId) {
        return resources().stream()
                .filter(resource -> resource.type().equals(type))
                .filter(resource -> List.of(resource.id(), resource.name(), resource.logicalName())
                        .contains(nameOrId))
                .findFirst();
    }

    /** A property of one resource as it is in the cloud, such as {@code scalingConfig.desiredSize}. */
    public Optional<Object> property(String type, String nameOrId, String path) {
        return find(type, nameOrId).flatMap(resource -> Tree.at(resource.properties(), path));
    }

    /** The cloud's own record of everything that was done, from its very first start. */
    public List<Operation> operations() {
        return log.all();
    }

    /** Faults to order. */
    public Faults faults() {
        return faults;
    }

    /**
     * Makes drift: changes a property as a person does in the console or with {@code kubectl scale}. A Kubernetes
     * field is that person's from then on (server-side apply).
     *
     * @param path such as {@code spec.replicas}
     * @throws NoSuchElementException if there is no such resource
     * @throws IllegalArgumentException if it has nothing at that path
     */
    public void setProperty(String type, String nameOrId, String path, Object value) {
        lifecycle.drift(existing(type, nameOrId), kind(type), path, value);
    }

    /**
     * Makes drift: deletes a resource as a person does.
     *
     * @throws NoSuchElementException if there is no such resource
     */
    public void deleteResource(String type, String nameOrId) {
        lifecycle.lose(existing(type, nameOrId));
    }

    /** Stops listening; the files stay. */
    @Override
    public void close() throws IOException {
        for (var part = parts.poll(); part != null; part = parts.poll()) {
            close(part);
        }
    }

    private CloudResource existing(String type, String nameOrId) {
        return find(type, nameOrId)
                .orElseThrow(() -> new NoSuchElementException("There is no " + type + " " + nameOrId));
    }

    private static ResourceKind kind(String type) {
        var provider = type.startsWith("aws:") ? ProviderPackage.aws() : ProviderPackage.kubernetes();
        return provider.catalog().get(type);
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private static void close(AutoCloseable part) throws IOException {
        try {
            part.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
