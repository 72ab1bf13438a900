package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest notices, and how far each receiver is. Not for several threads at once. */
final class MemoryNotices {
    private final Map<String, Notice> bySubject;
    private final Map<String, Long> done = new HashMap<>();
    private long last;
    private long decisions;

    MemoryNotices(int capacity) {
        this.bySubject = new Latest<>(capacity);
    }

    void ended(Update update) {
        Draft.of(update).forEach(this::add);
    }

    void held(Hold hold, Instant at) {
        Draft.of(hold, ++decisions, at)
                .filter(draft -> !toldOfTheLimit(hold.pool(), at))
                .ifPresent(this::add);
    }

    void asked(Approval asked) {
        add(Draft.of(asked));
    }

    void declined(Approval approval, Declined word) {
        add(Draft.of(approval, word));
    }

    void follow(String receiver) {
        done.putIfAbsent(receiver, last);
    }

    List<Notice> list(String receiver, int limit) {
        long after = done.getOrDefault(receiver, Long.MAX_VALUE);
        return bySubject.values().stream()
                .filter(notice -> notice.id() > after)
                .limit(limit)
                .toList();
    }

    void told(String receiver, long notice) {
        done.computeIfPresent(receiver, (name, before) -> Math.max(before, notice));
    }

    private void add(Draft draft) {
        if (!bySubject.containsKey(draft.subject())) {
            bySubject.put(draft.subject(), draft.as(++last));
        }
    }

    private boolean toldOfTheLimit(String pool, Instant at) {
        boolean told = false;
        for (Notice notice : bySubject.values()) {
            if (notice.pool().equals(pool) && notice.kind() == NoticeKind.SCALED) {
                told = false;
            } else if (notice.pool().equals(pool) && notice.kind() == NoticeKind.LIMIT) {
                told = notice.at().isAfter(at.minus(Draft.LIMIT_AGAIN));
            }
        }
        return told;
    }
}
