package io.pulumiscale.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.StepLimit;
import io.pulumiscale.model.Threshold;
import io.pulumiscale.simulate.Occurrence.Asked;
import io.pulumiscale.simulate.Occurrence.Ends;
import io.pulumiscale.simulate.Occurrence.Fires;
import io.pulumiscale.simulate.Occurrence.Measured;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Pool WEB = Samples.with(Samples.pool("web", 2, 8), ScalingRules.standard());
    private static final List<Threshold> CPU = List.of(
            new Threshold("cpu-high", "cpu", true, false, 70, Duration.ofMinutes(1), 3, 3, new Change.Delta(2)),
            new Threshold("cpu-low", "cpu", false, false, 30, Duration.ofMinutes(1), 15, 15, new Change.Delta(-1)));

    private static Assumptions assumptions(Pool pool, boolean load, boolean approves) {
        return new Assumptions(
                PoolCatalog.of(List.of(pool)),
                Map.of("web", CPU),
                Map.of("web", 3),
                load,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                approves);
    }

    private static PoolRun run(Assumptions assumed, List<Occurrence> occurrences) {
        return Simulation.run(assumed, occurrences, at -> {}).get(0);
    }

    /** As the scaler's own rules have it: three minutes high, a cooldown of a minute, fifteen minutes low, five of window. */
    @Test
    void aLoadThatComesAndGoesIsFollowed() {
        List<Occurrence> load = new ArrayList<>();
        for (int minute = 0; minute <= 60; minute++) {
            load.add(new Measured(NOON.plusSeconds(60L * minute), "web", minute < 20 ? 450 : 60));
        }
        PoolRun run = run(assumptions(WEB, true, false), load);
        assertThat(run.resizes())
                .extracting(it -> "%s %d→%d %s".formatted(it.at(), it.from(), it.to(), it.reason()))
                .containsExactly(
                        "2026-11-25T12:03:05Z 3→5 cpu-high firing, +2",
                        "2026-11-25T12:04:15Z 5→7 cpu-high firing, +2",
                        "2026-11-25T12:05:25Z 7→8 cpu-high firing, +2; capped 9→8 by max",
                        "2026-11-25T12:35:05Z 8→7 cpu-low firing, -1",
                        "2026-11-25T12:40:15Z 7→6 cpu-low firing, -1",
                        "2026-11-25T12:45:25Z 6→5 cpu-low firing, -1",
                        "2026-11-25T12:50:35Z 5→4 cpu-low firing, -1",
                        "2026-11-25T12:55:45Z 4→3 cpu-low firing, -1");
        assertThat(run.tooMuch()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void alertsAndPeopleAreReplayedWithTheirReasons() {
        PoolRun run = run(
                assumptions(WEB, false, false),
                List.of(
                        new Fires(NOON, "web", "Backlog", new Change.Delta(9)),
                        new Ends(NOON.plusSeconds(30), "web", "Backlog"),
                        new Asked(NOON.plusSeconds(60), "web", new Change.SetTo(4), Optional.of("enough"))));
        assertThat(run.resizes())
                .extracting(Resized::to, Resized::reason)
                .containsExactly(tuple(8, "Backlog firing, +9; capped 12→8 by max"));
        assertThat(run.tooMuch()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatWaitsForApprovalIsResizedOnlyIfSomebodyGivesIt() {
        Pool cautious = Samples.with(
                WEB,
                new ScalingRules(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        StepLimit.none(),
                        Duration.ofHours(1),
                        Paused.NONE,
                        Optional.of(new ApprovalRule(2, Duration.ofMinutes(10))),
                        List.of()));
        List<Occurrence> alert = List.of(
                new Fires(NOON, "web", "Backlog", new Change.Delta(4)),
                new Ends(NOON.plusSeconds(60), "web", "Backlog"));
        assertThat(run(assumptions(cautious, false, false), alert).resizes()).isEmpty();
        assertThat(run(assumptions(cautious, false, false), alert).questions()).isEqualTo(1);
        assertThat(run(assumptions(cautious, false, true), alert)
                        .resizes()
                        .get(0)
                        .to())
                .isEqualTo(7);
    }

    @Property(tries = 60)
    void theSameRecordingGivesTheSameRunWithinBounds(@ForAll("recordings") List<Occurrence> recorded) {
        Assumptions assumed = assumptions(WEB, true, true);
        PoolRun run = run(assumed, recorded);
        assertThat(run(assumed, recorded)).isEqualTo(run);
        int size = run.start();
        Instant before = run.begin();
        for (Resized resized : run.resizes()) {
            assertThat(resized.from()).isEqualTo(size);
            assertThat(resized.to()).isBetween(WEB.minSize(), WEB.maxSize()).isNotEqualTo(size);
            assertThat(resized.at()).isAfterOrEqualTo(before);
            size = resized.to();
            before = resized.at();
        }
        double hours = Duration.between(run.begin(), run.end()).toMillis() / 3_600_000.0;
        assertThat(run.instanceHours()).isBetween(hours * WEB.minSize() - 1e-6, hours * WEB.maxSize() + 1e-6);
        assertThat(run.tooMuch()).isLessThanOrEqualTo(Duration.between(run.begin(), run.end()));
    }

    @Provide
    Arbitrary<List<Occurrence>> recordings() {
        Arbitrary<Integer> gaps = Arbitraries.integers().between(0, 600);
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> values = Arbitraries.integers().between(-20, 900);
        return Combinators.combine(gaps, kinds, values)
                .as((gap, kind, value) -> new int[] {gap, kind, value})
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(SimulationTest::occurrences);
    }

    private static List<Occurrence> occurrences(List<int[]> drawn) {
        List<Occurrence> occurrences = new ArrayList<>();
        Instant at = NOON;
        for (int[] it : drawn) {
            at = at.plusSeconds(it[0]);
            String alert = "A" + it[2] % 3;
            occurrences.add(
                    switch (it[1]) {
                        case 0 -> new Measured(at, "web", it[2]);
                        case 1 -> new Fires(at, "web", alert, new Change.Delta(it[2] % 5));
                        case 2 -> new Ends(at, "web", alert);
                        default -> new Asked(at, "web", new Change.Percent(it[2] % 120), Optional.empty());
                    });
        }
        return occurrences;
    }

    @Test
    void theReportIsTheSameToTheCharacter() {
        PoolRun run = new PoolRun(
                "web",
                2,
                List.of(new Resized(NOON.plusSeconds(3_600), "web", 2, 4, "HighCPU firing, +2")),
                NOON,
                NOON.plusSeconds(7_200),
                Duration.ofSeconds(90),
                1);
        StringWriter text = new StringWriter();
        Report report = new Report(List.of(run), Map.of("web", new BigDecimal("0.12")));
        report.text(new PrintWriter(text));
        assertThat(text.toString().lines())
                .containsExactly(
                        "2026-11-25T12:00:00Z to 2026-11-25T14:00:00Z, 120 min",
                        "",
                        "web  2 to 4",
                        "  |" + "▄".repeat(30) + "█".repeat(30) + "|",
                        "  resizes              1",
                        "  instance-hours       6.00",
                        "  cost                 0.72",
                        "  above the threshold  1 min",
                        "  approvals asked for  1",
                        "  2026-11-25T13:00:00Z  2→4  HighCPU firing, +2");
        StringWriter csv = new StringWriter();
        report.csv(new PrintWriter(csv));
        assertThat(csv.toString().lines())
                .containsExactly(
                        "time,pool,size",
                        "2026-11-25T12:00:00Z,web,2",
                        "2026-11-25T13:00:00Z,web,4",
                        "2026-11-25T14:00:00Z,web,4");
        StringWriter json = new StringWriter();
        report.json(new PrintWriter(json));
        assertThat(json.toString())
                .contains("\"instanceHours\":6.00,\"cost\":0.72,\"secondsAboveThreshold\":90,\"approvalsAskedFor\":1,"
                        + "\"resizes\":[{\"at\":\"2026-11-25T13:00:00Z\",\"from\":2,\"to\":4,");
    }
}
