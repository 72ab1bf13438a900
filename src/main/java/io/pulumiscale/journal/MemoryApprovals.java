package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Resize;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest approval of each pool. */
final class MemoryApprovals {
    private final Map<String, Approval> ofPool = new HashMap<>();
    private long last;

    Approval ask(Resize resize, Instant at, Instant expiresAt) {
        Approval asked = new Approval(
                ++last,
                resize.pool(),
                resize.from(),
                resize.to(),
                resize.reason(),
                at,
                expiresAt,
                ApprovalStatus.WAITING);
        ofPool.put(asked.pool(), asked);
        return asked;
    }

    Optional<Approval> approve(long id, Instant now) {
        ofPool.replaceAll((pool, it) -> it.id() == id && it.waits(now) ? it.as(ApprovalStatus.APPROVED) : it);
        return ofPool.values().stream().filter(it -> it.id() == id).findFirst();
    }

    void close(long id, ApprovalStatus how) {
        ofPool.replaceAll((pool, it) -> it.id() == id && it.status().open() ? it.as(how) : it);
    }

    void used(String pool) {
        ofPool.computeIfPresent(
                pool, (name, it) -> it.status() == ApprovalStatus.APPROVED ? it.as(ApprovalStatus.USED) : it);
    }

    List<Approval> latest() {
        return ofPool.values().stream()
                .sorted(Comparator.comparingLong(Approval::id).reversed())
                .toList();
    }
}
