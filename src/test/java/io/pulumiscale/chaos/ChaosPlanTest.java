package io.pulumiscale.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
    private static final Set<Blow> ALL = EnumSet.allOf(Blow.class);

    @Test
    void theSameSeedPlansTheSame() {
        assertThat(ChaosPlan.of(7, 30, ALL)).isEqualTo(ChaosPlan.of(7, 30, ALL));
        assertThat(ChaosPlan.of(7, 30, ALL)).isNotEqualTo(ChaosPlan.of(8, 30, ALL));
    }

    @Test
    void moreRoundsBeginWithTheSameOnes() {
        assertThat(ChaosPlan.of(7, 200, ALL))
                .startsWith(ChaosPlan.of(7, 20, ALL).toArray(Round[]::new));
    }

    @Test
    void everyBlowFallsSometime() {
        assertThat(ChaosPlan.of(7, 200, ALL)).extracting(Round::blow).containsAll(ALL);
    }

    @Test
    void onlyTheBlowsThatAreAskedForFall() {
        assertThat(ChaosPlan.of(7, 50, Set.of(Blow.PERSON)))
                .extracting(Round::blow)
                .containsOnly(Blow.PERSON);
    }

    @Test
    void whatIsSentTwiceIsTheSame() {
        for (Round round : ChaosPlan.of(7, 200, ALL)) {
            for (Delivery delivery : round.deliveries()) {
                assertThat(round.deliveries())
                        .filteredOn(other -> other.event().equals(delivery.event()))
                        .extracting(Delivery::body)
                        .containsOnly(delivery.body());
            }
        }
    }

    @Test
    void aBlowFallsInTheFirstFourSecondsAndDeliveriesAreInOrder() {
        for (Round round : ChaosPlan.of(7, 200, ALL)) {
            List<Duration> moments =
                    round.deliveries().stream().map(Delivery::after).toList();
            assertThat(moments).isSorted();
            assertThat(round.at()).isLessThan(Duration.ofSeconds(4));
        }
    }
}
