package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.policy.Policy;
import io.pulumiscale.policy.Situation;
import io.pulumiscale.policy.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code Pulumi.STACK.yaml}: it is understood, or its faults are told. */
public final class ConfigurationFuzz {
    private static final Path FOLDER = project();

    private ConfigurationFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FOLDER.resolve("Pulumi.dev.yaml"), input);
        try {
            check(ConfigurationFile.of(FOLDER, "dev").check());
        } catch (InvalidConfiguration e) {
            assertThat(e.faults()).isNotEmpty();
        } catch (IOException e) {
            assertThat(e).as("it is no YAML").hasMessageNotContaining("there is no ");
        }
    }

    private static void check(StackConfig config) {
        assertThat(config.catalog().byName().values())
                .isNotEmpty()
                .allSatisfy(pool -> assertThat(decided(pool)).isBetween(pool.minSize(), pool.maxSize()));
        assertThat(config.digests()).containsOnlyKeys(config.catalog().byName().keySet());
    }

    /** What is read must be fit to decide by, at any time of the year. */
    private static int decided(Pool pool) {
        int size = pool.initialSize();
        for (Instant now : List.of(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-12-31T23:59:59Z"))) {
            Verdict verdict = Policy.decide(
                    new Situation(pool, size, List.of(), List.of(), PoolHistory.none(), Optional.empty(), now));
            if (verdict instanceof Verdict.Decided decided && decided.decision() instanceof Resize resize) {
                size = resize.to();
            }
        }
        return size;
    }

    private static Path project() {
        try {
            Path folder = Files.createTempDirectory("configuration");
            folder.toFile().deleteOnExit();
            Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
