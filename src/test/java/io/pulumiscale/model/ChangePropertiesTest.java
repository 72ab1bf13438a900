package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.Percent;
import io.pulumiscale.model.Change.SetTo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Negative;

/** Arithmetic against the exact arithmetic of {@link BigDecimal}. */
class ChangePropertiesTest {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    @Property
    void aSizeThatIsSetDoesNotDependOnTheBase(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int base, @ForAll @IntRange(max = Integer.MAX_VALUE) int size) {
        assertThat(new SetTo(size).from(base)).isEqualTo(size);
    }

    @Property
    void aNegativeSizeCannotBeSet(@ForAll @Negative int size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SetTo(size));
    }

    @Property
    void aDeltaIsAddedAndSaturates(@ForAll @IntRange(max = Integer.MAX_VALUE) int base, @ForAll int by) {
        assertThat(new Delta(by).from(base)).isEqualTo(saturated(BigDecimal.valueOf(base), BigDecimal.valueOf(by)));
    }

    @Property
    void aPercentageIsRoundedTowardZeroFromOneOnAndAwayFromItBelow(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int base, @ForAll int percent) {
        assertPercent(base, percent);
    }

    @Property
    void ofSmallPoolsToo(@ForAll @IntRange(max = 200) int base, @ForAll @IntRange(min = -200, max = 200) int percent) {
        assertPercent(base, percent);
    }

    @Property
    void anyPercentageOfAPoolThatIsNotEmptyMovesIt(
            @ForAll @IntRange(min = 1, max = 10_000) int base, @ForAll @IntRange(min = 1, max = 1_000) int percent) {
        assertThat(new Percent(percent).from(base)).isGreaterThan(base);
        assertThat(new Percent(-percent).from(base)).isLessThan(base);
    }

    @Example
    void percentagesAsEc2AutoScalingRoundsThem() {
        assertThat(new Percent(25).from(10)).as("2.5 more").isEqualTo(12);
        assertThat(new Percent(-25).from(10)).as("2.5 fewer").isEqualTo(8);
        assertThat(new Percent(1).from(10)).as("0.1 more").isEqualTo(11);
        assertThat(new Percent(-1).from(10)).as("0.1 fewer").isEqualTo(9);
        assertThat(new Percent(50).from(0)).as("half of nothing").isZero();
        assertThat(new Percent(-400).from(10)).as("less than nothing").isZero();
    }

    @Example
    void changesReadAsPeopleWriteThem() {
        assertThat(new SetTo(7).text()).isEqualTo("=7");
        assertThat(new Delta(2).text()).isEqualTo("+2");
        assertThat(new Delta(-2).text()).isEqualTo("-2");
        assertThat(new Delta(0).text()).isEqualTo("0");
        assertThat(new Percent(-25).text()).isEqualTo("-25%");
        assertThat(new Percent(25).text()).isEqualTo("+25%");
    }

    private static void assertPercent(int base, int percent) {
        BigDecimal exact =
                BigDecimal.valueOf(base).multiply(BigDecimal.valueOf(percent).movePointLeft(2));
        RoundingMode mode = exact.abs().compareTo(BigDecimal.ONE) < 0 ? RoundingMode.UP : RoundingMode.DOWN;
        assertThat(new Percent(percent).from(base))
                .isEqualTo(saturated(BigDecimal.valueOf(base), exact.setScale(0, mode)));
    }

    private static int saturated(BigDecimal base, BigDecimal change) {
        return base.add(change).max(BigDecimal.ZERO).min(LARGEST).intValueExact();
    }
}
