package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Cap;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A notice that is not in the journal yet, and has no id.
 *
 * @param subject what it is about, so that it is written once
 */
record Draft(String subject, Notice notice) {
    /** A pool that stays at its limit is told of again after that. */
    static final Duration LIMIT_AGAIN = Duration.ofHours(1);

    /** A withdrawn update was none. */
    static List<Draft> of(Update update) {
        if (update.endedAt().isEmpty() || update.status() == UpdateStatus.WITHDRAWN) {
            return List.of();
        }
        return update.resizes().stream()
                .flatMap(resize -> kinds(update, resize).map(kind -> of(kind, resize, update)))
                .toList();
    }

    /** Empty unless it is the largest size that keeps the pool. */
    static Optional<Draft> of(Hold hold, long decision, Instant at) {
        return Cap.atMost(hold.reason(), hold.size())
                ? Optional.of(new Draft(
                        "decision %d".formatted(decision),
                        new Notice(
                                0,
                                NoticeKind.LIMIT,
                                hold.pool(),
                                hold.size(),
                                hold.size(),
                                hold.reason(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                at)))
                : Optional.empty();
    }

    static Draft of(Approval asked) {
        return new Draft(
                "approval %d".formatted(asked.id()),
                about(asked, NoticeKind.APPROVAL, Optional.empty(), asked.askedAt()));
    }

    static Draft of(Approval approval, Declined word) {
        return new Draft(
                "approval %d declined".formatted(approval.id()),
                about(approval, NoticeKind.DECLINED, Optional.of(word.text()), word.at()));
    }

    private static Notice about(Approval approval, NoticeKind kind, Optional<String> problem, Instant at) {
        return new Notice(
                0,
                kind,
                approval.pool(),
                approval.from(),
                approval.to(),
                approval.reason(),
                problem,
                Optional.empty(),
                Optional.of(approval.id()),
                at);
    }

    Notice as(long id) {
        return new Notice(
                id,
                notice.kind(),
                notice.pool(),
                notice.from(),
                notice.to(),
                notice.reason(),
                notice.problem(),
                notice.update(),
                notice.approval(),
                notice.at());
    }

    private static Stream<NoticeKind> kinds(Update update, Resize resize) {
        if (update.status() != UpdateStatus.SUCCEEDED) {
            return Stream.of(NoticeKind.STALLED);
        }
        return Cap.atMost(resize.reason(), resize.to())
                ? Stream.of(NoticeKind.SCALED, NoticeKind.LIMIT)
                : Stream.of(NoticeKind.SCALED);
    }

    private static Draft of(NoticeKind kind, Resize resize, Update update) {
        return new Draft(
                "update %d %s %s".formatted(update.id(), kind.key(), resize.pool()),
                new Notice(
                        0,
                        kind,
                        resize.pool(),
                        resize.from(),
                        resize.to(),
                        resize.reason(),
                        update.problem(),
                        Optional.of(update.id()),
                        Optional.empty(),
                        update.endedAt().orElse(update.plannedAt())));
    }
}
