package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Grant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resizes that wait for a person's word, and the word. */
final class ApprovalEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalEndpoints.class);

    private final Backend backend;

    ApprovalEndpoints(Backend backend) {
        this.backend = backend;
    }

    Answer waiting(Request request) {
        return Answer.ok(Map.of(
                "approvals",
                backend.status().approvals().stream()
                        .filter(approval -> request.grant().covers(approval.pool()))
                        .map(ApprovalView::of)
                        .toList()));
    }

    /** A word that is said twice is said once: what is approved is answered alike again. */
    Answer approve(Request request) {
        long id = id(request.variable("id"));
        Approval approval = visible(request.grant(), id)
                .flatMap(backend.intake()::approve)
                .orElseThrow(() -> Refusal.notFound("no such approval; GET /approvals lists those that wait"));
        LOG.info(
                "approval {} of {}, by token {}: {}",
                id,
                approval.pool(),
                request.grant().name(),
                approval.status());
        if (approval.status() == ApprovalStatus.APPROVED || approval.status() == ApprovalStatus.USED) {
            return Answer.accepted(ApprovalView.of(approval));
        }
        throw Refusal.conflict(
                approval.status() == ApprovalStatus.OUTDATED
                        ? "the pool's size, or what is wanted, has changed since it was asked for"
                        : "it expired at " + approval.expiresAt());
    }

    /** Asked before the word is given: it cannot be taken back. */
    private Optional<Long> visible(Grant grant, long id) {
        boolean seen = grant.everywhere()
                || backend.status()
                        .approval(id)
                        .filter(it -> grant.covers(it.pool()))
                        .isPresent();
        return seen ? Optional.of(id) : Optional.empty();
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.notFound("an approval's id is a number");
        }
        return Long.parseLong(text);
    }
}
