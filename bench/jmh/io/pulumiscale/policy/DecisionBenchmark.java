package io.pulumiscale.policy;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision for one pool for which so many intents wait: alerts, and every tenth a person's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    @Param({"1", "100", "10000"})
    private int intents;

    private Situation situation;

    @Setup
    public void waiting() {
        Pool pool = Samples.pool("web", 1, 1_000);
        List<ScalingIntent> waiting = new ArrayList<>();
        for (int i = 0; i < intents; i++) {
            Change change = new Change.Delta(1 + i % 7);
            waiting.add(
                    i % 10 == 9 ? Samples.person("p" + i, "web", change) : Samples.alert("a" + i, "web", change));
        }
        situation = Situations.of(pool, 3).waiting(waiting).situation();
    }

    @Benchmark
    public Verdict decision() {
        return Policy.decide(situation);
    }
}
