package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Grant;
import io.pulumiscale.webhook.DeclineAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resizes that wait for a person's word, and the word: a yes or a no. */
final class ApprovalEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalEndpoints.class);

    private final Backend backend;
    private final DeclineAdapter adapter = new DeclineAdapter();

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
        Approval approval = said(request, backend.intake()::approve);
        return switch (approval.status()) {
            case APPROVED, USED -> Answer.accepted(ApprovalView.of(approval));
            case DECLINED -> throw Refusal.conflict("it was " + declined(approval));
            case WAITING, EXPIRED, OUTDATED -> throw tooLate(approval);
        };
    }

    /** Of a no that is said twice, the first stays. */
    Answer decline(Request request) {
        request.takesNoQueryBut();
        DeclineAdapter.Word word = word(request);
        Approval approval = said(request, id -> backend.intake().decline(id, word.reason(), word.by()));
        return switch (approval.status()) {
            case DECLINED -> Answer.ok(ApprovalView.of(approval));
            case APPROVED -> throw Refusal.conflict("it was approved already, and its update follows");
            case USED -> throw Refusal.conflict("it was approved already, and its update was tried");
            case WAITING, EXPIRED, OUTDATED -> throw tooLate(approval);
        };
    }

    private Approval said(Request request, Function<Long, Optional<Approval>> word) {
        long id = id(request.variable("id"));
        Approval approval = visible(request.grant(), id)
                .flatMap(word)
                .orElseThrow(() -> Refusal.notFound("no such approval; GET /approvals lists those that wait"));
        LOG.info(
                "approval {} of {}, by token {}: {}",
                id,
                approval.pool(),
                request.grant().name(),
                approval.declined().map(Declined::text).orElse(approval.status().name()));
        return approval;
    }

    private DeclineAdapter.Word word(Request request) {
        byte[] body = request.body();
        if (body.length > 0) {
            MediaTypes.JSON.check(request);
        }
        DeclineAdapter.Word word = adapter.read(body);
        return request.signature().map(token -> word.signed("token " + token)).orElse(word);
    }

    private static String declined(Approval approval) {
        return approval.declined()
                .map(it -> "%s, at %s".formatted(it.text(), it.at()))
                .orElse("declined");
    }

    private static Refusal tooLate(Approval approval) {
        return Refusal.conflict(
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
