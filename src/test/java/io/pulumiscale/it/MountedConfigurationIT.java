package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A scaler whose project is a ConfigMap, as the kubelet mounts it: links that are swapped all at once. */
class MountedConfigurationIT {
    private static final String NEXT = "the next token, after the first";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aChangeOfTheConfigMapIsNoticedAndNothingIsWrittenThere() throws IOException {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Path mount = Files.createDirectories(folder.resolve("mount"));
        mount(world, mount, "..2026_11_25_1");
        for (String name : List.of("Pulumi.yaml", "Pulumi.dev.yaml")) {
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        }
        List<String> there = everythingIn(mount);

        Path log = folder.resolve("mounted.log");
        String journal = folder.resolve("mounted.db").toString();
        try (ScalerProcess process = new ScalerProcess(
                        world.begin(log, "serve", "--port", "0", "--cwd", mount.toString(), "--journal", journal), log)
                .ready()) {
            Sender scaler = process.sender();
            scaler.scale("workers", "set", 4);
            Cloud.awaitSize(world, scaler, "workers", 4);
            assertThat(everythingIn(mount)).isEqualTo(there);

            world.person().setToken(NEXT);
            mount(world, mount, "..2026_11_25_2");

            Sender next = scaler.with(NEXT);
            await().atMost(World.PATIENCE).until(() -> next.get("/pools").statusCode() == 200);
            next.scale("workers", "set", 5);
            Cloud.awaitSize(world, next, "workers", 5);
        }
    }

    /** What the kubelet does with a changed ConfigMap. */
    private static void mount(World world, Path mount, String version) throws IOException {
        Path content = Files.createDirectory(mount.resolve(version));
        for (String name : List.of("Pulumi.yaml", "Pulumi.dev.yaml")) {
            Files.copy(world.folder().resolve(name), content.resolve(name));
        }
        Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(version));
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> everythingIn(Path mount) throws IOException {
        try (Stream<Path> files = Files.walk(mount)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
