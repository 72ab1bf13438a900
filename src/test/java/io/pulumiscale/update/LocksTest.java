package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.update.Locks.Holding;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine of this scaler began at 09:32:00.4 as process 4711 of {@code here}. */
class LocksTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T09:32:00.400Z");
    private static final String OURS = "root@here (pid 4711) at 2026-11-20T09:32:00Z";
    private static final String ADAS = "ada@laptop (pid 4711) at 2026-11-20T09:32:00Z";

    private final MemoryJournal journal = new MemoryJournal(10);
    private final Map<Long, Instant> alive = new HashMap<>();
    private final Locks locks =
            new Locks(new Engines(journal, "here", Clock.systemUTC()), pid -> Optional.ofNullable(alive.get(pid)));

    LocksTest() {
        journal.save(EngineRun.started("here", 4711, BEGUN));
    }

    @Test
    void anEngineOfOursThatIsNoMoreHasLeftItsLock() {
        assertThat(locks.holding(Conflicts.by(OURS))).isInstanceOf(Holding.Orphaned.class);
    }

    @Test
    void anEngineOfOursThatOutlivedItsScalerIsWaitedFor() {
        alive.put(4711L, BEGUN);
        assertThat(locks.holding(Conflicts.by(OURS)))
                .isEqualTo(
                        new Holding.Waited("waiting for the lock of root@here (pid 4711) since 2026-11-20T09:32:00Z"));
    }

    @Test
    void aProcessThatBeganAfterTheLockHasOnlyTheNumberOfTheDeadOne() {
        alive.put(4711L, BEGUN.plusSeconds(30));
        assertThat(locks.holding(Conflicts.by(OURS))).isInstanceOf(Holding.Orphaned.class);
    }

    @Test
    void aProcessThatDoesNotSayWhenItBeganIsTakenForTheHolder() {
        alive.put(4711L, Instant.MIN);
        assertThat(locks.holding(Conflicts.by(OURS))).isInstanceOf(Holding.Waited.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADAS, // of another machine
                "ada@here (pid 815) at 2026-11-20T09:32:00Z", // of this one, and dead, but nobody of ours
                "ada@here (pid 4711) at 2026-11-20T09:31:50Z", // before ours had that number
            })
    void whatIsNotProvedToBeOursIsWaitedFor(String holder) {
        assertThat(locks.holding(Conflicts.by(holder))).isInstanceOf(Holding.Waited.class);
    }

    @Test
    void aLockThatIsYoungerThanOurEngineIsAnothers() {
        journal.save(EngineRun.started("here", 4711, BEGUN).ended(BEGUN.plusSeconds(5)));
        assertThat(locks.holding(Conflicts.by(OURS))).isInstanceOf(Holding.Orphaned.class);
        assertThat(locks.holding(Conflicts.by("ada@here (pid 4711) at 2026-11-20T09:40:00Z")))
                .isInstanceOf(Holding.Waited.class);
    }

    @Test
    void anothersLockBesideOursKeepsBoth() {
        assertThat(locks.holding(Conflicts.by(OURS, ADAS))).isInstanceOf(Holding.Waited.class);
        assertThat(locks.holding(Conflicts.by(ADAS, OURS))).isInstanceOf(Holding.Waited.class);
    }

    @Test
    void aLockWhoseHolderCannotBeReadKeepsAll() {
        assertThat(locks.holding(Conflicts.by(OURS, "nobody knows whom"))).isInstanceOf(Holding.Waited.class);
    }

    @Test
    void pulumiCloudNamesNobodyAndIsWaitedFor() {
        assertThat(locks.holding("[409] Conflict: Another update is currently in progress."))
                .isEqualTo(new Holding.Waited("another update of the stack is in progress"));
    }

    @Test
    void theProcessesOfThisMachineAreKnown() {
        assertThat(Processes.local().begun(ProcessHandle.current().pid())).isPresent();
        assertThat(Processes.local().begun(Integer.MAX_VALUE)).isEmpty();
        assertThat(Host.name()).isNotBlank();
    }
}
