package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The image, run in its own root by a user that is not root: what it needs is in it, or it does not start. */
@Tag("image")
class ImageIT {
    private static final String POOLS = """
            workers: {kind: kubernetes, min: 1, max: 10, initial: 2, image: 'workers:1'}
            web: {kind: ec2, min: 2, max: 8, initial: 3, imageId: ami-0abcdef1234567890, subnetIds: [subnet-1]}
            batch: {kind: eks, min: 1, max: 5, clusterName: main, subnetIds: [subnet-1],
                    nodeRoleArn: 'arn:aws:iam::123456789012:role/eks-nodes'}
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    private Image image;

    @BeforeEach
    void unpack() {
        image = Image.unpacked(folder.resolve("root"));
    }

    @Test
    void itScalesEveryKindOfPoolAsItsUserAndWritesOnlyWhereItMay() throws Exception {
        World world = worlds.deployed(image.root().resolve("tmp/world"), POOLS);
        image.give(image.root().resolve("tmp/world"));
        List<String> before = image.files();

        ScalerProcess scaler = serve(world, Map.of());
        for (String pool : List.of("workers", "web", "batch")) {
            assertThat(scaler.sender().scale(pool, "set", 4).statusCode()).isEqualTo(202);
            Cloud.awaitSize(world, scaler.sender(), pool, 4);
        }
        scaler.endsWithin(Duration.ofMinutes(1));

        List<String> written = new ArrayList<>(image.files());
        written.removeAll(before);
        assertThat(written).isNotEmpty().allSatisfy(file -> assertThat(file).startsWith("/tmp/"));
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
    }

    @Test
    void itsArchiveOfClassesIsUsed() {
        assertThat(image.says(
                        "java",
                        "-Xshare:on", // or the JVM does not start
                        "-XX:SharedArchiveFile=/opt/pulumiscale/pulumiscale.jsa",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "/opt/pulumiscale/pulumiscale.jar",
                        "--version"))
                .startsWith("pulumiscale ");
    }

    /** The processor's time, as the other is that of whatever else the machine does. */
    @Test
    void itsArchiveOfClassesIsWorthIt() throws Exception {
        World world = worlds.deployed(image.root().resolve("tmp/world"), POOLS);
        image.give(image.root().resolve("tmp/world"));

        Duration without = processorTimeUntilReady(world, Map.of("_JAVA_OPTIONS", "-Xshare:off"));
        Duration with = processorTimeUntilReady(world, Map.of());

        assertThat(without.toMillis()).isGreaterThan(with.toMillis() * 5 / 4);
    }

    private Duration processorTimeUntilReady(World world, Map<String, String> besides) throws Exception {
        ScalerProcess scaler = serve(world, besides);
        Duration time = scaler.handle().info().totalCpuDuration().orElseThrow();
        scaler.endsWithin(Duration.ofMinutes(1));
        return time;
    }

    /** jib once took the application of the build before from its cache. */
    @Test
    void itsApplicationIsTheOneThatWasBuilt() {
        Path built = Path.of("target/image/layers/app");
        for (String file : List.of("opt/pulumiscale/pulumiscale.jar", "opt/pulumiscale/pulumiscale.jsa")) {
            assertThat(image.root().resolve(file)).hasSameBinaryContentAs(built.resolve(file));
        }
    }

    @Test
    void itHasTheCliAndItsPluginsButNoShell() {
        assertThat(image.says("pulumi", "version")).startsWith("v3.");
        assertThat(image.root().resolve("opt/pulumi/bin/pulumi-resource-kubernetes"))
                .isExecutable();
        for (String shell :
                List.of("bin/sh", "usr/bin/sh", "bin/bash", "usr/bin/bash", "usr/bin/dash", "bin/busybox")) {
            assertThat(image.root().resolve(shell)).doesNotExist();
        }
        assertThat(image.root().resolve("etc/ssl/certs/ca-certificates.crt")).isNotEmptyFile();
    }

    @Test
    void itSaysWhoItIsAndWhatItIsMadeOf() throws Exception {
        assertThat(image.config().path("User").asText()).isEqualTo("65532:65532");
        assertThat(image.config().path("WorkingDir").asText()).isEqualTo("/project");
        assertThat(image.config().path("Cmd").toString()).isEqualTo("[\"serve\",\"--host\",\"0.0.0.0\"]");
        assertThat(Files.readString(image.root().resolve("opt/pulumiscale/sbom.cdx.json")))
                .contains("\"bomFormat\"", "CycloneDX", "undertow-core");
        assertThat(image.root().resolve("var/lib/dpkg/status.d/libc6")).isNotEmptyFile();
    }

    private ScalerProcess serve(World world, Map<String, String> besides) throws Exception {
        Map<String, String> environment = new HashMap<>(world.environment());
        environment.keySet().retainAll(List.of("PULUMI_DEBUG_PROVIDERS", "PULUMI_CONFIG_PASSPHRASE"));
        environment.put("PULUMI_BACKEND_URL", "file:///tmp/world/local/backend");
        environment.putAll(besides);
        Path log = folder.resolve("container.log");
        ProcessBuilder builder =
                image.container(environment, "serve", "-C", "/tmp/world/project", "-s", World.STACK, "--port", "0");
        return world.watched(
                new ScalerProcess(builder.redirectOutput(log.toFile()).start(), log));
    }
}
