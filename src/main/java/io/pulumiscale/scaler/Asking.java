package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Resize;
import io.pulumiscale.policy.Verdict;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks people for their word, and closes what need not be answered any more. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Journal journal;

    Asking(Journal journal) {
        this.journal = journal;
    }

    void ask(Verdict.Ask ask, Instant now) {
        Resize resize = ask.resize();
        Approval asked = journal.ask(resize, now, now.plus(ask.rule().ttl()));
        LOG.warn(
                "{} waits for approval {} until {}: POST /approvals/{}",
                resize.message(),
                asked.id(),
                asked.expiresAt(),
                asked.id());
    }

    /** After a verdict that another approval, or none, belongs to. */
    void tidy(Approval approval, Verdict verdict, Instant now) {
        if (approval.status().open() && !needs(verdict, approval)) {
            boolean late = approval.status() == ApprovalStatus.WAITING && !approval.waits(now);
            ApprovalStatus how = late ? ApprovalStatus.EXPIRED : ApprovalStatus.OUTDATED;
            journal.close(approval, how);
            LOG.info("approval {} of {} {}", approval.id(), approval.pool(), how);
        }
    }

    private static boolean needs(Verdict verdict, Approval approval) {
        return verdict instanceof Verdict.Waits
                || verdict instanceof Verdict.Ask // which closes it
                || (verdict instanceof Verdict.Decided decided
                        && decided.decision() instanceof Resize resize
                        && approval.covers(resize.from(), resize.to()));
    }
}
