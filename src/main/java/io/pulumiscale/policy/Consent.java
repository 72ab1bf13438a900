package io.pulumiscale.policy;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import java.time.Instant;
import java.util.Optional;

/** A resize beyond the pool's threshold, an alert's or a person's, waits for a person's word. */
final class Consent {
    private final Situation situation;

    Consent(Situation situation) {
        this.situation = situation;
    }

    Verdict to(Resize resize) {
        return situation
                .rules()
                .approval()
                .filter(rule -> Math.abs(resize.to() - resize.from()) > rule.above())
                .map(rule -> declined(resize).orElseGet(() -> needed(resize, rule)))
                .orElseGet(() -> new Verdict.Decided(resize));
    }

    /** The no is the answer to all that was asked before it; whoever asks afterwards is heard. */
    private Optional<Verdict> declined(Resize resize) {
        return Vetoes.against(resize.to(), situation)
                .filter(veto -> situation.people().stream()
                        .noneMatch(it -> it.receivedAt().isAfter(veto.word().at())))
                .map(veto -> held("%s; %s".formatted(resize.reason(), veto.text())));
    }

    private Verdict needed(Resize resize, ApprovalRule rule) {
        Optional<Approval> asked = situation.approval().filter(approval -> approval.covers(resize.from(), resize.to()));
        if (asked.isEmpty()) {
            return new Verdict.Ask(resize, rule);
        }
        Approval approval = asked.get();
        return switch (approval.status()) {
            case APPROVED -> new Verdict.Decided(resize);
            case WAITING ->
                approval.waits(situation.now()) ? new Verdict.Waits(resize, approval) : expired(resize, approval);
            case EXPIRED -> askAgain(resize, approval, rule);
            case DECLINED, OUTDATED, USED -> new Verdict.Ask(resize, rule);
        };
    }

    /** An alert that goes on asks again after a pause as long as the first wait; what is new asks at once. */
    private Verdict askAgain(Resize resize, Approval approval, ApprovalRule rule) {
        Instant again = approval.expiresAt().plus(rule.ttl());
        boolean news = situation.intents().stream()
                .anyMatch(intent -> intent.receivedAt().isAfter(approval.expiresAt()));
        return news || !situation.now().isBefore(again) ? new Verdict.Ask(resize, rule) : expired(resize, approval);
    }

    private Verdict expired(Resize resize, Approval approval) {
        return held("%s; %d→%d needs a person's word, and approval %d expired at %s"
                .formatted(resize.reason(), resize.from(), resize.to(), approval.id(), approval.expiresAt()));
    }

    private Verdict held(String reason) {
        return situation.intents().isEmpty()
                ? new Verdict.Nothing(reason)
                : new Verdict.Decided(new Hold(situation.pool().name(), situation.size(), reason, situation.ids()));
    }
}
