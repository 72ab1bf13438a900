package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theMessageSaysEveryResizeAndWhy() {
        Update update = Update.planned(
                1,
                List.of(
                        new Resize("web", 3, 5, "HighCPU firing, +2", List.of()),
                        new Resize("batch", 4, 1, "over", List.of())),
                NOON);

        assertThat(update.message()).isEqualTo("web 3→5: HighCPU firing, +2; batch 4→1: over");
    }

    @Test
    void theMessageOfAThousandPoolsStillFitsACommandLine() {
        List<Resize> resizes = IntStream.range(0, 1_000)
                .mapToObj(
                        pool -> new Resize("pool-" + pool, 1, 2, "a reason that goes on and on ".repeat(7), List.of()))
                .toList();

        assertThat(Update.planned(1, resizes, NOON).message())
                .hasSizeLessThan(4_100)
                .startsWith("pool-0 1→2")
                .endsWith("... (1000 pools)");
    }
}
