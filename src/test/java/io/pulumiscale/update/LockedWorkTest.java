package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.EngineRun;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockedWorkTest {
    private static final String OURS = "root@here (pid 4711) at 2026-11-20T09:32:00Z";
    private static final String ADAS = "ada@laptop (pid 4711) at 2026-11-20T09:32:00Z";

    private final MemoryJournal journal = new MemoryJournal(10);
    private final Deque<AutomationException> conflicts = new ArrayDeque<>();
    private int cleared;
    private Optional<AutomationException> cannotClear = Optional.empty();
    private final LockedWork locked = new LockedWork(
            new Locks(new Engines(journal, "here", Clock.systemUTC()), pid -> Optional.empty()), this::clear);

    LockedWorkTest() {
        journal.save(EngineRun.started("here", 4711, Instant.parse("2026-11-20T09:31:59Z")));
    }

    @Test
    void whatADeadEngineOfOursHasLeftIsClearedAndTheWorkIsDone() throws Exception {
        conflicts.add(Conflicts.exception(OURS));
        assertThat(locked.run(this::work)).isEqualTo("done");
        assertThat(cleared).isOne();
    }

    @Test
    void whatIsFreeIsNotCleared() throws Exception {
        assertThat(locked.run(this::work)).isEqualTo("done");
        assertThat(cleared).isZero();
    }

    @Test
    void anothersLockIsNeverCleared() {
        for (List<String> holders : List.of(List.of(ADAS), List.of(OURS, ADAS))) {
            conflicts.add(Conflicts.exception(holders.toArray(String[]::new)));
            assertThatThrownBy(() -> locked.run(this::work))
                    .isInstanceOf(ConcurrentUpdateException.class)
                    .hasMessageContaining("ada@laptop");
        }
        assertThat(cleared).isZero();
    }

    @Test
    void whoeverIsQuickerIsWaitedFor() {
        conflicts.add(Conflicts.exception(OURS));
        conflicts.add(Conflicts.exception(ADAS));
        assertThatThrownBy(() -> locked.run(this::work)).hasMessageContaining("ada@laptop");
        assertThat(cleared).isOne();
    }

    @Test
    void whatCannotBeClearedNowIsAConflictThatIsTriedAgain() {
        cannotClear = Optional.of(new AutomationException("the backend is away"));
        conflicts.add(Conflicts.exception(OURS));
        assertThatThrownBy(() -> locked.run(this::work)).isInstanceOf(ConcurrentUpdateException.class);
    }

    private String work() throws AutomationException {
        if (!conflicts.isEmpty()) {
            throw conflicts.remove();
        }
        return "done";
    }

    private void clear() throws AutomationException {
        if (cannotClear.isPresent()) {
            throw cannotClear.get();
        }
        cleared++;
    }
}
