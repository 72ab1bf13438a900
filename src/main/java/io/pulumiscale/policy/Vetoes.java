package io.pulumiscale.policy;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Veto;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a no counts: as long as the question might have waited, unless somebody says yes to as much; and past a rest until
 * an alert that nobody had heard of wants what needs a word.
 */
final class Vetoes {
    private final Situation situation;
    private final ApprovalRule rule;

    private Vetoes(Situation situation, ApprovalRule rule) {
        this.situation = situation;
        this.rule = rule;
    }

    /** The one that counts now. */
    static Optional<Veto> now(Situation situation) {
        return situation.rules().approval().flatMap(rule -> new Vetoes(situation, rule).now());
    }

    /** The one that counts now against this size. */
    static Optional<Veto> against(int wanted, Situation situation) {
        return situation
                .rules()
                .approval()
                .map(rule -> new Vetoes(situation, rule))
                .flatMap(it -> it.now().filter(veto -> it.isAbout(wanted, veto)));
    }

    private Optional<Veto> now() {
        return situation
                .declined()
                .filter(it -> it.from() == situation.size())
                .flatMap(it ->
                        it.declined().map(word -> new Veto(it, word, word.at().plus(rule.ttl()))))
                .filter(veto -> situation.now().isBefore(veto.until()))
                .filter(veto -> !isTakenBack(veto) && !isWantedAnew(veto));
    }

    private boolean isAbout(int wanted, Veto veto) {
        int size = Bounds.of(situation.pool(), situation.now()).clamp(wanted);
        return Math.abs((long) size - situation.size()) > rule.above() && situation.direction(size) == veto.direction();
    }

    private boolean isTakenBack(Veto veto) {
        return situation
                .approval()
                .filter(it -> it.id() > veto.approval().id() && isYes(it) && veto.reaches(it.to()))
                .isPresent();
    }

    private static boolean isYes(Approval approval) {
        return approval.status() == ApprovalStatus.APPROVED || approval.status() == ApprovalStatus.USED;
    }

    private boolean isWantedAnew(Veto veto) {
        Instant rested = veto.word().at().plus(Brakes.rest(situation.rules(), veto.direction()));
        return !situation.now().isBefore(rested) && situation.alerts().stream().anyMatch(alert -> isNews(alert, veto));
    }

    private boolean isNews(Alert alert, Veto veto) {
        return !alert.over()
                && alert.heardAt().isAfter(veto.word().at())
                && isAbout(situation.after(alert.change()), veto);
    }
}
