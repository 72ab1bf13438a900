package io.pulumiscale.update;

import io.pulumiscale.stack.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configuration that is in the stack's configuration file. The file's content is compared rather than its
 * date: a mounted ConfigMap is a link that is swapped. A new configuration that cannot be used is told, and the old one
 * stays.
 */
public final class ConfigurationWatch implements Supplier<Configuration>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);

    private final Path file;
    private final Supplier<Configuration> reader;
    private final ScheduledExecutorService poller;
    private byte[] content;
    private volatile Configuration current;

    /**
     * Reads the configuration for the first time.
     *
     * @throws RuntimeException what {@code reader} throws
     */
    public ConfigurationWatch(Path file, Supplier<Configuration> reader) {
        this.file = file;
        this.reader = reader;
        this.content = content();
        this.current = reader.get();
        this.poller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "configuration");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param listener called with every further one, never by two threads at once */
    public void start(Duration every, Consumer<Configuration> listener) {
        var unused = poller.scheduleWithFixedDelay(
                () -> look(listener), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Configuration get() {
        return current;
    }

    @Override
    public void close() {
        poller.shutdownNow();
    }

    /** One look at the file. Not for several threads at once. */
    void look(Consumer<Configuration> listener) {
        byte[] now = content();
        if (Arrays.equals(content, now)) {
            return;
        }
        try {
            current = reader.get();
            content = now;
            LOG.info("configuration read again: {}", current);
            listener.accept(current);
        } catch (InvalidConfiguration e) {
            content = now;
            LOG.warn("the changed configuration is not used; {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the changed configuration could not be read, trying again: {}", e.getMessage());
        }
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            LOG.debug("{} cannot be read now", file, e);
            return new byte[0];
        }
    }
}
