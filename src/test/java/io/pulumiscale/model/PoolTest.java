package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PoolTest {
    private static final Pool WEB = new Pool(
            "web",
            PoolKind.EC2,
            1,
            9,
            2,
            3,
            4,
            Map.of("high", new Change.Delta(3), "low", new Change.Percent(-50)),
            ScalingRules.standard());

    @Property
    void clampingLeavesWhatIsWithinBoundsAndTakesTheNearestBoundElse(
            @ForAll @IntRange(max = 100) int min, @ForAll @IntRange(max = 100) int more, @ForAll int size) {
        Pool pool = Samples.pool("web", min, min + more);
        int clamped = pool.clamp(size);
        assertThat(clamped).isBetween(min, min + more);
        if (size >= min && size <= min + more) {
            assertThat(clamped).isEqualTo(size);
        } else {
            assertThat(clamped).isEqualTo(size < min ? min : min + more);
        }
    }

    @Example
    void eachDirectionHasItsOwnStep() {
        assertThat(WEB.step(Direction.OUT)).isEqualTo(new Change.Delta(3));
        assertThat(WEB.step(Direction.IN)).isEqualTo(new Change.Delta(-4));
    }

    @Example
    void anAlarmIsFoundWithItsPoolAndWhatItAsksFor() {
        PoolCatalog catalog = PoolCatalog.of(List.of(Samples.pool("api", 1, 2), WEB));
        assertThat(catalog.ofAlarm("low")).contains(WEB);
        assertThat(WEB.changeOf("low")).contains(new Change.Percent(-50));
        assertThat(catalog.ofAlarm("other")).isEmpty();
        assertThat(WEB.changeOf("other")).isEmpty();
    }

    @Example
    void aCatalogKeepsTheOrderOfTheConfiguration() {
        PoolCatalog catalog = PoolCatalog.of(List.of(Samples.pool("z", 1, 2), Samples.pool("a", 1, 2)));
        assertThat(catalog.byName().keySet()).containsExactly("z", "a");
        assertThat(catalog.find("a")).isPresent();
        assertThat(catalog.find("b")).isEmpty();
    }
}
