package io.pulumiscale.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.Percent;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of alerts under every rule, history and size within the bounds. */
class SituationPropertiesTest {

    @Property
    void noResizeLeavesTheBounds(@ForAll("worlds") World world) {
        resize(world.situation().verdict(), it -> assertThat(it.to()).isBetween(world.min, world.max));
    }

    @Property
    void nothingScalesInAgainstAnAlertThatScalesOut(@ForAll("worlds") World world) {
        boolean scalesOut = world.firing.stream().anyMatch(change -> change.from(world.size) > world.size);
        Assume.that(scalesOut);
        resize(world.situation().verdict(), it -> assertThat(it.to()).isGreaterThan(world.size));
    }

    @Property
    void noResizeOfAlertsIsLargerThanTheStep(@ForAll("worlds") World world) {
        resize(
                world.situation().verdict(),
                it -> assertThat(Math.abs(it.to() - it.from())).isLessThanOrEqualTo(world.step));
    }

    @Property
    void withinItsCooldownNoAlertResizes(@ForAll("worlds") World world) {
        resize(
                world.situation().verdict(),
                it -> assertThat(world.resizedAgo)
                        .isGreaterThanOrEqualTo(it.to() > it.from() ? world.cooldownOut : world.cooldownIn));
    }

    @Property
    void noAlertResizesInADirectionThatIsPaused(@ForAll("worlds") World world) {
        resize(
                world.situation().verdict(),
                it -> assertThat(world.paused.stops(it.to() > it.from() ? Direction.OUT : Direction.IN))
                        .isFalse());
    }

    @Property
    void withinTheWindowNothingScalesInBelowWhatAnyAlertWanted(@ForAll("worlds") World world) {
        Assume.that(world.endedAgo < world.stabilization);
        resize(world.situation().verdict(), it -> {
            if (it.to() < it.from()) {
                world.ended.forEach(change -> assertThat(it.to())
                        .isGreaterThanOrEqualTo(Math.min(Math.min(change.from(world.size), world.max), world.size)));
            }
        });
    }

    @Property
    void theSameSituationHasTheSameVerdict(@ForAll("worlds") World world) {
        assertThat(world.situation().verdict()).isEqualTo(world.situation().verdict());
    }

    @Property
    void theOrderOfAlertsMakesNoDifference(@ForAll("worlds") World world, @ForAll Random random) {
        assertThat(world.shuffled(random).situation().verdict())
                .isEqualTo(world.situation().verdict());
    }

    @Property
    void peoplesDeltasAddUpWhateverTheBrakes(
            @ForAll("worlds") World world,
            @ForAll @IntRange(min = -3, max = 3) int one,
            @ForAll @IntRange(min = -3, max = 3) int other) {
        List<ScalingIntent> both =
                List.of(Samples.person("ada", "web", new Delta(one)), Samples.person("bob", "web", new Delta(other)));
        ScalingIntent sum = Samples.person("eve", "web", new Delta(one + other));
        Assume.that(world.size + one >= 0 && world.after(List.of(), world) + one >= 0);
        assertThat(world.after(both, world)).isEqualTo(world.after(List.of(sum), world));
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 20);
        Arbitrary<int[]> times = seconds.list()
                .ofSize(5)
                .map(list -> list.stream().mapToInt(i -> i).toArray());
        Arbitrary<int[]> sizes = Arbitraries.integers()
                .between(0, 30)
                .list()
                .ofSize(3)
                .map(list -> list.stream().sorted().mapToInt(i -> i).toArray());
        return Combinators.combine(
                        sizes,
                        times,
                        Arbitraries.of(Paused.values()),
                        Arbitraries.integers().between(1, 30),
                        changes(),
                        changes())
                .as((size, time, paused, step, firing, ended) -> new World(
                        size[0],
                        size[1],
                        Math.max(1, size[2]),
                        time[0],
                        time[1],
                        time[2],
                        time[3],
                        time[4],
                        paused,
                        step,
                        firing,
                        ended));
    }

    private static Arbitrary<List<Change>> changes() {
        return Arbitraries.<Change>oneOf(
                        Arbitraries.integers().between(0, 40).map(SetTo::new),
                        Arbitraries.integers().between(-30, 30).map(Delta::new),
                        Arbitraries.integers().between(-100, 200).map(Percent::new))
                .list()
                .ofMaxSize(4);
    }

    private interface Check {
        void of(Resize resize);
    }

    private static void resize(Verdict verdict, Check check) {
        if (verdict instanceof Verdict.Decided decided && decided.decision() instanceof Resize resize) {
            check.of(resize);
        } else {
            assertThat(verdict).isNotInstanceOf(Verdict.Ask.class);
        }
    }

    /** Times in seconds; the size is within the bounds. */
    record World(
            int min,
            int size,
            int max,
            int cooldownOut,
            int cooldownIn,
            int stabilization,
            int resizedAgo,
            int endedAgo,
            Paused paused,
            int step,
            List<Change> firing,
            List<Change> ended) {

        Situations situation() {
            Situations situation = Situations.of(
                            new RulesBuilder()
                                    .cooldownOut("PT%dS".formatted(cooldownOut))
                                    .cooldownIn("PT%dS".formatted(cooldownIn))
                                    .stabilization("PT%dS".formatted(stabilization))
                                    .alertTtl("PT1H")
                                    .paused(paused)
                                    .step(step)
                                    .pool(min, max),
                            size)
                    .resized(Duration.ofSeconds(resizedAgo));
            alerts("firing", firing).forEach(situation::firing);
            alerts("ended", ended).forEach(it -> situation.ended(it, Duration.ofSeconds(endedAgo)));
            return situation;
        }

        World shuffled(Random random) {
            List<Change> some = new ArrayList<>(firing);
            Collections.shuffle(some, random);
            List<Change> others = new ArrayList<>(ended);
            Collections.shuffle(others, random);
            return new World(
                    min,
                    size,
                    max,
                    cooldownOut,
                    cooldownIn,
                    stabilization,
                    resizedAgo,
                    endedAgo,
                    paused,
                    step,
                    some,
                    others);
        }

        int after(List<ScalingIntent> people, World world) {
            Verdict verdict = world.situation().waiting(people).verdict();
            return verdict instanceof Verdict.Decided decided && decided.decision() instanceof Resize resize
                    ? resize.to()
                    : size;
        }

        private static List<ScalingIntent> alerts(String name, List<Change> changes) {
            return IntStream.range(0, changes.size())
                    .mapToObj(i -> Samples.alert(name + changes.get(i).text(), "web", changes.get(i)))
                    .toList();
        }
    }
}
