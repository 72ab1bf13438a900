package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockHolderTest {

    @Test
    void theFileBackendNamesWhoHoldsTheLock() {
        assertThat(LockHolder.describe(Conflicts.by("ada@laptop (pid 4711) at 2026-11-20T09:32:00Z")))
                .isEqualTo("waiting for the lock of ada@laptop (pid 4711) since 2026-11-20T09:32:00Z");
    }

    @Test
    void allAreNamed() {
        assertThat(LockHolder.describe(Conflicts.by(
                        "ada@laptop (pid 4711) at 2026-11-20T09:32:00Z", "bob@desk (pid 7) at 2026-11-20T09:32:01Z")))
                .isEqualTo("waiting for the lock of ada@laptop (pid 4711) since 2026-11-20T09:32:00Z"
                        + " and of bob@desk (pid 7) since 2026-11-20T09:32:01Z");
    }

    @Test
    void timesHaveZonesAndNamesOfUsersMayBeOdd() {
        assertThat(LockHolder.in(Conflicts.by("DESK\\Ada L@x@laptop (pid 4711) at 2026-11-20T10:32:00+01:00")))
                .containsExactly(
                        new LockHolder("DESK\\Ada L@x", "laptop", 4711, Instant.parse("2026-11-20T09:32:00Z")));
    }

    @Test
    void pulumiCloudNamesNobody() {
        String conflict = "[409] Conflict: Another update is currently in progress.";
        assertThat(LockHolder.describe(conflict)).isEqualTo("another update of the stack is in progress");
        assertThat(LockHolder.in(conflict)).isEmpty();
    }
}
