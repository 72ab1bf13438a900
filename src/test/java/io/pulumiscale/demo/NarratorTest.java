package io.pulumiscale.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final StringWriter out = new StringWriter();
    private final SteppedClock clock = new SteppedClock(Instant.EPOCH);
    private final Narrator narrator = new Narrator(new PrintWriter(out), clock);

    @Test
    void everyLineHasTheSecondsSinceTheBeginning() {
        narrator.line("one");
        clock.step(Duration.ofMillis(12_340));
        narrator.line("two");
        assertThat(out.toString().lines()).containsExactly("     0.0s  one", "    12.3s  two");
    }

    @Test
    void whatTakesTimeIsToldBeforeAndAfter() {
        assertThat(narrator.<String>during("pulumi up", () -> {
                    clock.step(Duration.ofSeconds(3));
                    return "5 created";
                }))
                .isEqualTo("5 created");
        assertThat(out.toString().lines())
                .containsExactly("     0.0s  pulumi up ...", "     3.0s  pulumi up: done in 3.0 s");
    }

    @Test
    void aTitleStandsApartAndOtherTextIsIndented() {
        narrator.title("1. Load");
        narrator.raw("a\nb\n");
        assertThat(out.toString().lines()).containsExactly("", "1. Load", "          a", "          b");
    }
}
