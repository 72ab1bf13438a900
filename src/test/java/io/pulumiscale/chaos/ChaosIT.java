package io.pulumiscale.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** The crash test, short. */
class ChaosIT {
    private static final long SEED = 1;
    private static final int ROUNDS = 20;

    @Test
    void everythingIsAccountedForAndTheSizesAreEqual() throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

        Tally tally = Chaos.run(SEED, ROUNDS, EnumSet.allOf(Blow.class), out);

        assertThat(tally.discrepancies()).as(tally.table()).isEmpty();
    }
}
