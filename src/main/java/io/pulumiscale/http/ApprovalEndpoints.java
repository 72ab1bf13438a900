package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import java.util.Map;

/** Resizes that wait for a person's word, and the word. */
final class ApprovalEndpoints {
    private final Backend backend;

    ApprovalEndpoints(Backend backend) {
        this.backend = backend;
    }

    Answer waiting(Request request) {
        return Answer.ok(Map.of(
                "approvals",
                backend.status().approvals().stream().map(ApprovalView::of).toList()));
    }

    /** A word that is said twice is said once: what is approved is answered alike again. */
    Answer approve(Request request) {
        Approval approval = backend.intake()
                .approve(id(request.variable("id")))
                .orElseThrow(() -> Refusal.notFound("no such approval; GET /approvals lists those that wait"));
        if (approval.status() == ApprovalStatus.APPROVED || approval.status() == ApprovalStatus.USED) {
            return Answer.accepted(ApprovalView.of(approval));
        }
        throw Refusal.conflict(
                approval.status() == ApprovalStatus.OUTDATED
                        ? "the pool's size, or what is wanted, has changed since it was asked for"
                        : "it expired at " + approval.expiresAt());
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.notFound("an approval's id is a number");
        }
        return Long.parseLong(text);
    }
}
