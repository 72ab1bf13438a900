package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The stack in a bucket, by S3's protocol: all that the scaler does with a backend, it does there as with one of files. */
@Tag("object-store")
class ObjectStoreIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    private ObjectStore store;
    private World world;

    @BeforeEach
    void deploy() {
        store = ObjectStore.in(folder.resolve("store"));
        world = worlds.configured(folder.resolve("world"), Pools.WORKERS, store.environment());
        world.person().up().succeeded();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void aPoolIsResizedAndPulumiUpAfterwardsChangesNothing() {
        ScalerProcess scaler = world.scalerProcess();

        assertThat(scaler.sender().scale("workers", "set", 5).statusCode()).isEqualTo(202);
        Cloud.awaitSize(world, scaler.sender(), "workers", 5);

        scaler.endsWithin(Duration.ofMinutes(1));
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        assertThat(store.bucket().resolve(".pulumi/stacks/pulumiscale/dev.json"))
                .content()
                .contains("workers");
        assertThat(world.backend()).isEmptyDirectory();
    }

    @Test
    void theDoctorFindsItHealthyAndTakesTheLock() {
        Person.Said said = world.pulumiscale("doctor", "--lock");

        assertThat(said.code()).as(said.output()).isZero();
        assertThat(said.output())
                .containsPattern("ok +backend +s3://state as ")
                .containsPattern("ok +lock +taken and let go of")
                .containsPattern("ok +preview ");
    }

    @Test
    void somebodysLockIsToldAndWaitedFor() {
        ScalerProcess scaler = world.scalerProcess();
        world.configure(Pools.WORKERS.replace("mailers:1", "mailers:2"));
        world.cloud().faults().slow(Match.name("mailers"), Duration.ofSeconds(15));
        CompletableFuture<Person.Said> up = world.person().upMeanwhile();
        await().atMost(World.PATIENCE).until(this::locked);

        assertThat(scaler.sender().scale("workers", "set", 4).statusCode()).isEqualTo(202);
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scaler.sender().get("/pools").body()).contains("waiting for the lock of "));

        assertThat(up.join().code()).isZero();
        Cloud.awaitSize(world, scaler.sender(), "workers", 4);
    }

    @Test
    void whatAKilledScalerHasLeftIsClearedByTheNext() throws IOException {
        world.cloud().faults().slow(Match.name("workers"), Duration.ofHours(1));
        ScalerProcess first = world.scalerProcess();
        assertThat(first.sender().scale("workers", "delta", 3).statusCode()).isEqualTo(202);
        await().atMost(World.PATIENCE).until(this::locked);
        first.killWithItsEngine();
        assertThat(locked()).isTrue();
        world.cloud().faults().clear();

        ScalerProcess next = world.scalerProcess();

        Cloud.awaitSize(world, next.sender(), "workers", 5);
        await().atMost(World.PATIENCE).until(() -> !locked());
    }

    private boolean locked() throws IOException {
        Path locks = store.bucket().resolve(".pulumi/locks");
        try (Stream<Path> files = Files.exists(locks) ? Files.walk(locks) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        }
    }
}
