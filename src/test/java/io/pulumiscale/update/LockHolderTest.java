package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockHolderTest {

    @Test
    void theFileBackendNamesWhoHoldsTheLock() {
        String stderr = """
                error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or \
                delete the lock file with `pulumi cancel`.
                  file:///state/.pulumi/locks/organization/p/dev/1.json: created by ada@laptop (pid 4711) at \
                2026-11-20T09:32:00Z
                """;
        assertThat(LockHolder.describe(stderr))
                .isEqualTo("waiting for the lock of ada@laptop (pid 4711) since 2026-11-20T09:32:00Z");
    }

    @Test
    void pulumiCloudNamesNobody() {
        assertThat(LockHolder.describe("[409] Conflict: Another update is currently in progress."))
                .isEqualTo("another update of the stack is in progress");
    }
}
