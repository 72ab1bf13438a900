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
import java.util.stream.Stream;

/** The latest approval of each pool, and its latest that was declined. */
final class MemoryApprovals {
    private final Map<String, Approval> ofPool = new HashMap<>();
    private final Map<String, Approval> declined = new HashMap<>(); // what was, of each pool
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
        return find(id);
    }

    Optional<Approval> find(long id) {
        return latest().stream().filter(it -> it.id() == id).findFirst();
    }

    /** In place of the same that nobody had declined. */
    void keep(Approval other) {
        ofPool.put(other.pool(), other);
        declined.put(other.pool(), other);
    }

    void close(long id, ApprovalStatus how) {
        ofPool.replaceAll((pool, it) -> it.id() == id && it.status().open() ? it.as(how) : it);
    }

    void used(String pool) {
        ofPool.computeIfPresent(
                pool, (name, it) -> it.status() == ApprovalStatus.APPROVED ? it.as(ApprovalStatus.USED) : it);
    }

    List<Approval> latest() {
        return Stream.concat(ofPool.values().stream(), declined.values().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Approval::id).reversed())
                .toList();
    }
}
