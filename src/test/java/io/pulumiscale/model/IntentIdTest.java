package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IntentIdTest {

    @Property
    void idsSortByTheTimeTheyWereMade(
            @ForAll @LongRange(max = 4_000_000_000_000L) long earlier,
            @ForAll @LongRange(min = 1, max = 1_000_000) long later,
            @ForAll long seed) {
        assertThat(at(earlier, seed)).isLessThan(at(earlier + later, seed + 1));
    }

    @Example
    void idsOfOneMillisecondDiffer() {
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        SplittableRandom random = new SplittableRandom(1);
        assertThat(IntentId.next(clock, random)).isNotEqualTo(IntentId.next(clock, random));
    }

    private static IntentId at(long millis, long seed) {
        return IntentId.next(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new SplittableRandom(seed));
    }
}
