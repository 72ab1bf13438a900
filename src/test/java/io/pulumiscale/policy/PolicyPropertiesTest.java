package io.pulumiscale.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.Percent;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds of every decision, whatever the intents. */
class PolicyPropertiesTest {

    @Property
    void theSizeIsNeverOutsideTheBounds(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") @NotEmpty List<Change> alerts,
            @ForAll("changes") List<Change> people) {
        Decision decision =
                Situations.of(pool, size).waiting(both(alerts, people)).decision();
        assertThat(sizeOf(decision)).isBetween(pool.minSize(), pool.maxSize());
    }

    @Property
    void theSameInputHasTheSameOutput(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") @NotEmpty List<Change> alerts,
            @ForAll("changes") List<Change> people) {
        assertThat(Situations.of(pool, size).waiting(both(alerts, people)).decision())
                .isEqualTo(
                        Situations.of(pool, size).waiting(both(alerts, people)).decision());
    }

    @Property
    void theOrderInWhichAlertsArriveMakesNoDifference(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") @NotEmpty List<Change> alerts,
            @ForAll Random random) {
        List<ScalingIntent> shuffled = new ArrayList<>(alerts(alerts));
        Collections.shuffle(shuffled, random);
        Decision ordered = Situations.of(pool, size).waiting(alerts(alerts)).decision();
        Decision other = Situations.of(pool, size).waiting(shuffled).decision();
        assertThat(sizeOf(other)).isEqualTo(sizeOf(ordered));
        assertThat(other.reason()).isEqualTo(ordered.reason());
    }

    @Property
    void theLargestRecommendationOfAnyAlertWins(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") @NotEmpty List<Change> alerts) {
        int largest =
                alerts.stream().mapToInt(change -> change.from(size)).max().orElseThrow();
        assertThat(sizeOf(Situations.of(pool, size).waiting(alerts(alerts)).decision()))
                .isEqualTo(pool.clamp(largest));
    }

    @Property
    void thePeoplesDeltasAddUp(
            @ForAll @IntRange(min = 50, max = 100) int size, @ForAll("smallSteps") @NotEmpty List<Integer> steps) {
        Pool pool = Samples.pool("web", 0, 1_000);
        List<ScalingIntent> people =
                people(steps.stream().<Change>map(Delta::new).toList());
        int sum = steps.stream().mapToInt(Integer::intValue).sum();
        assertThat(sizeOf(Situations.of(pool, size).waiting(people).decision())).isEqualTo(size + sum);
    }

    @Property
    void whatAPersonSetLastIsTheSizeWhateverCameBefore(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") List<Change> before,
            @ForAll @IntRange(max = 40) int last) {
        List<Change> people = new ArrayList<>(before);
        people.add(new SetTo(last));
        assertThat(sizeOf(
                        Situations.of(pool, size).waiting(both(before, people)).decision()))
                .isEqualTo(pool.clamp(last));
    }

    @Property
    void everyIntentIsAnsweredAndEveryDecisionSaysWhy(
            @ForAll("pools") Pool pool,
            @ForAll @IntRange(max = 40) int size,
            @ForAll("changes") @NotEmpty List<Change> alerts,
            @ForAll("changes") List<Change> people) {
        List<ScalingIntent> intents = both(alerts, people);
        Decision decision = Situations.of(pool, size).waiting(intents).decision();
        assertThat(decision.intents())
                .containsExactlyElementsOf(
                        intents.stream().map(ScalingIntent::id).toList());
        assertThat(decision.reason()).isNotBlank();
        assertThat(decision.pool()).isEqualTo("web");
    }

    @Provide
    Arbitrary<Pool> pools() {
        return Arbitraries.integers()
                .between(0, 30)
                .tuple2()
                .filter(bounds -> bounds.get1() <= bounds.get2())
                .map(bounds -> Samples.pool("web", bounds.get1(), bounds.get2()));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.<Change>oneOf(
                        Arbitraries.integers().between(0, 50).map(SetTo::new),
                        Arbitraries.integers().between(-50, 50).map(Delta::new),
                        Arbitraries.integers().map(Delta::new),
                        Arbitraries.integers().between(-300, 300).map(Percent::new))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Integer>> smallSteps() {
        return Arbitraries.integers().between(-5, 5).list().ofMaxSize(10);
    }

    private static List<ScalingIntent> both(List<Change> alerts, List<Change> people) {
        List<ScalingIntent> both = new ArrayList<>(alerts(alerts));
        both.addAll(people(people));
        return both;
    }

    private static List<ScalingIntent> alerts(List<Change> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(i -> Samples.alert("alert" + i, "web", changes.get(i)))
                .toList();
    }

    private static List<ScalingIntent> people(List<Change> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(i -> Samples.person("person" + i, "web", changes.get(i)))
                .toList();
    }

    private static int sizeOf(Decision decision) {
        ToIntFunction<Decision> size = it -> it instanceof Resize resize ? resize.to() : ((Hold) it).size();
        return size.applyAsInt(decision);
    }
}
