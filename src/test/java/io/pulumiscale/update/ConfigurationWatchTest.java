package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.stack.Fault;
import io.pulumiscale.stack.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file's content stands for the configuration: its only word is the token. */
class ConfigurationWatchTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean engineAway;
    private Path file;
    private ConfigurationWatch watch;

    @BeforeEach
    void watchAFile(@TempDir Path folder) throws IOException {
        file = folder.resolve("Pulumi.dev.yaml");
        Files.writeString(file, "one");
        watch = new ConfigurationWatch(file, this::read);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void theFirstConfigurationIsThereAtOnceAndNotTold() {
        look();
        assertThat(token()).isEqualTo("one");
        assertThat(told).isEmpty();
    }

    @Test
    void aChangeIsNoticedAndToldOnce() throws IOException {
        Files.writeString(file, "two");
        look();
        look();
        assertThat(token()).isEqualTo("two");
        assertThat(told).containsExactly("two");
    }

    /** A mounted ConfigMap: the file is a link through a folder that is a link, and that one is swapped. */
    @Test
    void aLinkThatIsSwappedIsAChange(@TempDir Path mount) throws IOException {
        mount(mount, "..1", "one");
        file = Files.createSymbolicLink(mount.resolve("Pulumi.dev.yaml"), Path.of("..data", "Pulumi.dev.yaml"));
        watch.close();
        watch = new ConfigurationWatch(file, this::read);

        mount(mount, "..2", "two");
        look();

        assertThat(token()).isEqualTo("two");
        assertThat(told).containsExactly("two");
    }

    private static void mount(Path mount, String version, String content) throws IOException {
        Files.writeString(Files.createDirectory(mount.resolve(version)).resolve("Pulumi.dev.yaml"), content);
        Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(version));
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aFileThatWasOnlyTouchedIsNotReadAgain() throws IOException {
        engineAway = true;
        Files.writeString(file, "one");
        look();
        engineAway = false;
        look();
        assertThat(told).isEmpty();
    }

    @Test
    void aFaultyConfigurationIsNotUsedAndTheOldOneStays() throws IOException {
        Files.writeString(file, "faulty");
        look();
        assertThat(token()).isEqualTo("one");
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsMendedIsUsed() throws IOException {
        Files.writeString(file, "faulty");
        look();
        Files.writeString(file, "two");
        look();
        assertThat(told).containsExactly("two");
    }

    @Test
    void whatCouldNotBeReadIsTriedAgainWithoutAnotherChange() throws IOException {
        Files.writeString(file, "two");
        engineAway = true;
        look();
        assertThat(token()).isEqualTo("one");

        engineAway = false;
        look();
        assertThat(told).containsExactly("two");
    }

    @Test
    void aFaultyConfigurationAtTheStartIsTheCallersToHandle() {
        assertThatThrownBy(() -> new ConfigurationWatch(file, () -> {
                    throw faulty();
                }))
                .isInstanceOf(InvalidConfiguration.class);
    }

    @Test
    void onceStartedItLooksByItself() throws IOException {
        watch.start(Duration.ofMillis(5), this::tell);
        Files.writeString(file, "two");
        await().untilAsserted(() -> assertThat(told).containsExactly("two"));
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheWatch() throws IOException {
        watch.start(Duration.ofMillis(5), configuration -> {
            tell(configuration);
            if (told.size() == 1) {
                throw new IllegalStateException("a listener's bug");
            }
        });
        Files.writeString(file, "two");
        await().until(() -> !told.isEmpty());
        Files.writeString(file, "three");
        await().untilAsserted(() -> assertThat(told).endsWith("three"));
    }

    private void look() {
        watch.look(this::tell);
    }

    private void tell(Configuration configuration) {
        told.add(configuration.tokens().get(0).value());
    }

    private String token() {
        return watch.get().tokens().get(0).value();
    }

    private Configuration read() {
        String content = content();
        if (engineAway) {
            throw new StackUnreachable("away", new IOException());
        }
        if (content.equals("faulty")) {
            throw faulty();
        }
        return configuration(content);
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration configuration(String token) {
        return new Configuration(
                PoolCatalog.of(List.of()), Map.of(), List.of(new AccessToken(token, Grant.unlimited())), List.of());
    }

    private static InvalidConfiguration faulty() {
        return new InvalidConfiguration(List.of(new Fault("pools", "missing")));
    }
}
