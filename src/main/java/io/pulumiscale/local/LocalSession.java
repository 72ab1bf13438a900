package io.pulumiscale.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded cloud of a folder: started here, or joined where another process runs it already. Says what a process
 * needs in its environment to work against it.
 */
public final class LocalSession implements AutoCloseable {
    private static final int CONNECT_MILLIS = 500;

    private final Path folder;
    private final @Nullable EmbeddedCloud own;
    private final String providers;
    private final LocalSns sns;

    private LocalSession(Path folder, @Nullable EmbeddedCloud own, String providers, LocalSns sns) {
        this.folder = folder;
        this.own = own;
        this.providers = providers;
        this.sns = sns;
    }

    /**
     * @param folder is made if it is not there
     * @throws IOException if the state cannot be read or written
     */
    public static LocalSession open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute.resolve("backend"));
        Optional<String> running = running(absolute);
        if (running.isPresent()) {
            return new LocalSession(absolute, null, running.get(), sns(absolute));
        }
        EmbeddedCloud cloud = EmbeddedCloud.start(absolute.resolve("cloud"));
        try {
            LocalSns sns = sns(absolute);
            Files.writeString(address(absolute), cloud.debugProviders());
            return new LocalSession(absolute, cloud, cloud.debugProviders(), sns);
        } catch (IOException e) {
            cloud.close();
            throw e;
        }
    }

    private static LocalSns sns(Path folder) throws IOException {
        return LocalSns.of(folder, Clock.systemUTC());
    }

    /** Empty if another process runs it. */
    public Optional<EmbeddedCloud> own() {
        return Optional.ofNullable(own);
    }

    /** Its topics' messages. */
    public LocalSns sns() {
        return sns;
    }

    /** The value of {@code PULUMI_DEBUG_PROVIDERS}. */
    public String providers() {
        return providers;
    }

    /**
     * What to add to an environment. A backend or passphrase that is there is left alone.
     *
     * @param present the environment that it is for
     */
    public Map<String, String> environment(Map<String, String> present) {
        Map<String, String> added = new HashMap<>();
        added.put("PULUMI_DEBUG_PROVIDERS", providers);
        added.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        added.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        added.put("PULUMISCALE_SNS_CERTIFICATE", sns.certificate().toString());
        if (!present.containsKey("PULUMI_BACKEND_URL")) {
            added.put("PULUMI_BACKEND_URL", "file://%s?metadata=skip".formatted(folder.resolve("backend"))); // ADR 35
        }
        if (!present.containsKey("PULUMI_CONFIG_PASSPHRASE") && !present.containsKey("PULUMI_CONFIG_PASSPHRASE_FILE")) {
            added.put("PULUMI_CONFIG_PASSPHRASE", "local");
        }
        return added;
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            Files.deleteIfExists(address(folder));
            own.close();
        }
    }

    private static Path address(Path folder) {
        return folder.resolve("providers");
    }

    /** What a process that was killed has left behind does not answer. */
    private static Optional<String> running(Path folder) throws IOException {
        if (!Files.exists(address(folder))) {
            return Optional.empty();
        }
        String providers = Files.readString(address(folder)).strip();
        return answers(Integer.parseInt(providers.replaceFirst(".*:", ""))) ? Optional.of(providers) : Optional.empty();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
