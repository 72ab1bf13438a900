package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.StackAlreadyExistsException;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.Version;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.EngineRecord;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.model.Samples;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell plays the CLI. */
class EngineCommandTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final EngineLimits PATIENT = new EngineLimits(LONG, LONG, LONG, LONG);
    private static final String UNTIL_TOLD = "echo begun; while :; do sleep 0.02; done";

    private final FakeCli cli = new FakeCli();
    private final MemoryJournal journal = new MemoryJournal(10);

    @AfterEach
    void nothingIsLeftRunning() {
        cli.killWhatIsLeft();
    }

    @Test
    void theOutputIsToldAsItComesAndGivenBack() throws Exception {
        cli.script("echo one; echo two; echo oops >&2");
        List<String> out = new CopyOnWriteArrayList<>();
        List<String> err = new CopyOnWriteArrayList<>();
        var result = open(PATIENT)
                .run(
                        List.of("stack"),
                        CommandRunOptions.builder()
                                .onStandardOutput(out::add)
                                .onStandardError(err::add)
                                .build());
        assertThat(result.code()).isZero();
        assertThat(result.standardOutput().lines())
                .containsExactly("one", "two")
                .isEqualTo(out);
        assertThat(result.standardError().lines()).containsExactly("oops").isEqualTo(err);
    }

    @Test
    void itNeverAsksAndGetsItsInput() throws Exception {
        cli.script("cat");
        var result = open(PATIENT)
                .run(
                        List.of("config", "set"),
                        CommandRunOptions.builder().standardInput("a → b").build());
        assertThat(result.standardOutput()).isEqualToIgnoringNewLines("a → b");
        assertThat(cli.last().command()).containsExactly("pulumi", "config", "set", "--non-interactive");
        assertThat(cli.last().environment()).isEmpty();
    }

    @Test
    void theInputEndsAlsoWhereThereIsNone() throws Exception {
        cli.script("cat; echo done");
        assertThat(open(PATIENT).run(List.of("stack")).standardOutput()).isEqualToIgnoringNewLines("done");
    }

    @Test
    void theEventsAreTakenInOnThisMachineOnly() throws Exception {
        cli.script("true");
        open(PATIENT)
                .run(
                        List.of("up", "--non-interactive"),
                        CommandRunOptions.builder()
                                .additionalEnv(Map.of("A", "B", "PULUMI_DEBUG_COMMANDS", "false"))
                                .onEngineEvent(event -> {})
                                .build());
        assertThat(cli.last().command()).startsWith("pulumi", "up", "--non-interactive", "--event-log");
        assertThat(cli.last().command().get(4)).matches("tcp://127\\.0\\.0\\.1:\\d+");
        assertThat(cli.last().command()).hasSize(5);
        assertThat(cli.last().environment()).isEqualTo(Map.of("A", "B", "PULUMI_DEBUG_COMMANDS", "true"));
    }

    @Test
    void itsWordsSayWhatWentWrong() throws Exception {
        EngineCommand engine = open(PATIENT);
        cli.script("echo 'error: no stack named dev found' >&2; exit 255");
        assertThat(failure(engine)).isInstanceOf(StackNotFoundException.class);
        cli.script("echo 'error: stack dev already exists' >&2; exit 255");
        assertThat(failure(engine)).isInstanceOf(StackAlreadyExistsException.class);
        cli.script("echo 'error: the stack is currently locked by 1 lock(s)' >&2; exit 255");
        assertThat(failure(engine)).isInstanceOf(ConcurrentUpdateException.class);
        cli.script("echo 'error: [409] Conflict: Another update is currently in progress.' >&2; exit 255");
        assertThat(failure(engine)).isInstanceOf(ConcurrentUpdateException.class);
        cli.script("echo 'error: something else' >&2; exit 255");
        assertThat(failure(engine)).isExactlyInstanceOf(CommandException.class).hasMessageContaining("something else");
    }

    @Test
    void pastTheDeadlineItIsStoppedAndToldWhy() throws Exception {
        cli.script("trap 'echo cancelled; exit 255' TERM; " + UNTIL_TOLD);
        EngineStopped stopped = stopped(open(new EngineLimits(SHORT, LONG, LONG, LONG)));
        assertThat(stopped.why()).isEqualTo(StopCause.DEADLINE);
        assertThat(stopped.reason()).isEqualTo("stopped: past its deadline");
    }

    @Test
    void aReadHasItsOwnDeadline() throws Exception {
        cli.script(UNTIL_TOLD);
        EngineCommand engine = open(new EngineLimits(LONG, SHORT, LONG, LONG));
        assertThatThrownBy(() -> engine.run(List.of("stack", "output"))).isInstanceOf(EngineStopped.class);
    }

    @Test
    void whatDoesNotHearTheFirstTimeIsToldAgain() throws Exception {
        cli.script("trap 'told=x$told; [ $told = xx ] && exit 255' TERM; " + UNTIL_TOLD);
        assertThat(stopped(open(new EngineLimits(SHORT, LONG, SHORT, LONG))).reason())
                .isEqualTo("stopped in the middle of a step: past its deadline");
    }

    @Test
    void whatDoesNotHearAtAllIsKilledWithItsPlugins() throws Exception {
        cli.script("trap '' TERM; (" + UNTIL_TOLD + ") & " + UNTIL_TOLD);
        EngineCommand engine = open(new EngineLimits(LONG, LONG, SHORT, SHORT));
        CompletableFuture<Throwable> run = begin(engine);
        await().until(() -> cli.process().descendants().count() >= 2);
        List<ProcessHandle> plugins = cli.process().descendants().toList();
        engine.stop();
        assertThat(run.get().getMessage()).startsWith("killed").contains("lock may be left");
        await().until(() -> plugins.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void itCanBeStoppedFromElsewhere() throws Exception {
        cli.script("trap 'exit 255' TERM; " + UNTIL_TOLD);
        EngineCommand engine = open(PATIENT);
        CompletableFuture<Throwable> run = begin(engine);
        engine.stop();
        assertThat(cli.process().isAlive()).isFalse();
        assertThat(run.get())
                .isInstanceOfSatisfying(
                        EngineStopped.class,
                        stopped -> assertThat(stopped.why()).isEqualTo(StopCause.TOLD_TO_END));
    }

    @Test
    void whatEndsWellAllTheSameHasEndedWell() throws Exception {
        cli.script("trap 'exit 0' TERM; " + UNTIL_TOLD);
        EngineCommand engine = open(PATIENT);
        CompletableFuture<Throwable> run = begin(engine);
        engine.stop();
        assertThat(run.get()).isNull();
    }

    @Test
    void aConflictStaysOneAlsoWhenItIsStopped() throws Exception {
        cli.script("trap 'echo the stack is currently locked by 1 >&2; exit 255' TERM; " + UNTIL_TOLD);
        EngineCommand engine = open(PATIENT);
        CompletableFuture<Throwable> run = begin(engine);
        engine.stop();
        assertThat(run.get()).isInstanceOf(ConcurrentUpdateException.class);
    }

    @Test
    void afterwardsNoUpdateBeginsButTheStackCanBeRead() throws Exception {
        EngineCommand engine = open(PATIENT);
        engine.stop();
        cli.script("echo output");
        assertThat(engine.run(List.of("stack", "output")).standardOutput()).startsWith("output");
        cli.script(UNTIL_TOLD);
        assertThatThrownBy(() -> engine.run(List.of("up"))).isInstanceOf(EngineStopped.class);
    }

    @Test
    void anInterruptedThreadLeavesNoProcessBehind() throws Exception {
        cli.script("trap 'exit 255' TERM; " + UNTIL_TOLD);
        EngineCommand engine = open(PATIENT);
        List<Throwable> seen = new ArrayList<>();
        Thread caller = new Thread(() -> seen.add(catchThrowable(() -> up(engine))));
        caller.start();
        await().until(cli::begun);
        caller.interrupt();
        caller.join();
        assertThat(cli.process().isAlive()).isFalse();
        assertThat(seen.get(0)).isInstanceOf(AutomationException.class);
    }

    @Test
    void aCliThatIsNotThereSaysWhereToGetOne() {
        assertThatThrownBy(() -> EngineCommand.open(
                        call -> {
                            throw new IOException("No such file or directory");
                        },
                        PATIENT))
                .isInstanceOf(AutomationException.class)
                .hasMessageContainingAll("No such file", "infra/engine/ensure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.220.0", "v3.255.0", "3.300.1"})
    void versionsThatWork(String printed) throws Exception {
        cli.version = printed;
        assertThat(open(PATIENT).version()).isEqualTo(Version.parse(printed.replace("v", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.219.9", "v2.25.0", "v4.0.0"})
    void versionsThatDoNot(String printed) {
        cli.version = printed;
        assertThatThrownBy(() -> open(PATIENT))
                .isInstanceOf(AutomationException.class)
                .hasMessageContainingAll(printed.substring(1), "3.220.0", "infra/engine/ensure");
    }

    @Test
    void whatIsNoVersionIsShown() {
        cli.version = "command not found";
        assertThatThrownBy(() -> open(PATIENT)).hasMessageContaining("'command not found'");
    }

    @Test
    void whatMayTakeTheLockIsWrittenDownBeforeItIsDoneAndWhenItHasEnded() throws Exception {
        EngineCommand engine = recorded(journal);
        CompletableFuture<Throwable> run = begin(engine, "echo begun; sleep 0.2");
        EngineRun begun = journal.engineRuns().get(0);
        assertThat(begun.pid()).isEqualTo(cli.process().pid());
        assertThat(begun.host()).isEqualTo("here");
        assertThat(begun.endedAt()).isEmpty();
        assertThat(run.join()).isNull();
        assertThat(journal.engineRuns()).extracting(EngineRun::endedAt).containsExactly(Optional.of(Samples.NOW));
    }

    @Test
    void whatOnlyReadsIsNotWrittenDown() throws Exception {
        recorded(journal).run(List.of("stack", "output"));
        assertThat(journal.engineRuns()).isEmpty();
    }

    @Test
    void anEngineThatCannotBeWrittenDownIsStopped() throws Exception {
        cli.script(UNTIL_TOLD);
        EngineRecord full = new EngineRecord() {
            @Override
            public void save(EngineRun run) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public List<EngineRun> engineRuns() {
                return List.of();
            }
        };
        assertThat(stopped(recorded(full)).why()).isEqualTo(StopCause.UNRECORDED);
        assertThat(cli.process().isAlive()).isFalse();
    }

    private EngineCommand recorded(EngineRecord record) throws AutomationException {
        EngineCommand engine = open(PATIENT);
        engine.recordIn(new Engines(record, "here", Clock.fixed(Samples.NOW, ZoneOffset.UTC)));
        return engine;
    }

    private CompletableFuture<Throwable> begin(EngineCommand engine, String script) {
        cli.script(script);
        return begin(engine);
    }

    private EngineCommand open(EngineLimits limits) throws AutomationException {
        return EngineCommand.open(cli, limits);
    }

    /** Returns when the CLI has written something; then it has set its traps. */
    private CompletableFuture<Throwable> begin(EngineCommand engine) {
        CompletableFuture<Throwable> run = CompletableFuture.supplyAsync(() -> catchThrowable(() -> up(engine)));
        await().until(cli::begun);
        return run;
    }

    private void up(EngineCommand engine) throws AutomationException {
        engine.run(
                List.of("up"),
                CommandRunOptions.builder().onStandardOutput(cli::said).build());
    }

    private static EngineStopped stopped(EngineCommand engine) {
        return catchThrowableOfType(EngineStopped.class, () -> engine.run(List.of("up")));
    }

    private static Throwable failure(EngineCommand engine) {
        return catchThrowable(() -> engine.run(List.of("up")));
    }
}
