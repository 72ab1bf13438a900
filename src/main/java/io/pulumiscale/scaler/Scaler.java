package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.policy.Verdict;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.StackUnreachable;
import io.pulumiscale.update.UpdateRunner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One step of the loop: everything that is waiting is decided together and becomes at most one update of the stack. Not
 * for several threads at once; {@link ScalerLoop} is the one thread.
 */
public final class Scaler {
    private static final Logger LOG = LoggerFactory.getLogger(Scaler.class);

    private static final int DEATHS = 3;

    private final Journal journal;
    private final UpdateRunner updater;
    private final ObservedStack observed;
    private final Clock clock;
    private final Set<String> waiting = new HashSet<>();
    private final Deliberation deliberation;
    private final Asking asking;
    private final Recovery recovery;
    private final Attempts attempts;
    private final Settling settling;
    private long died; // the update whose engines do
    private int deaths; // of its engines

    public Scaler(
            Journal journal, UpdateRunner updater, Supplier<PoolCatalog> pools, ObservedStack observed, Clock clock) {
        this.journal = journal;
        this.updater = updater;
        this.observed = observed;
        this.clock = clock;
        this.deliberation = new Deliberation(journal, pools, observed, clock);
        this.asking = new Asking(journal);
        this.recovery = new Recovery(journal, observed, pools, clock);
        this.attempts = new Attempts(journal, updater, observed, clock);
        this.settling = new Settling(
                updater, observed, new Interrupted(updater), recovery, new HalfDone(journal, observed, pools), clock);
    }

    /** Looks at the stack again: people deploy too. */
    public void observe() {
        try {
            observed.saw(updater.read());
        } catch (StackUnreachable e) {
            observed.lost(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Settles what was left unfinished. The stack was looked at just before, and nothing is being updated. */
    public void recover() {
        settling.afterABreak();
        boolean unused = settled();
    }

    private boolean settled() {
        return settling.settled(this::updateAgain, rest -> update(journal.plan(rest, clock.instant())));
    }

    /** Whether intents or pools wait for a deployment, this scaler's configuration being another than the stack's. */
    public boolean heldUp() {
        return observed.anyStale() || !waiting.isEmpty();
    }

    /** Whoever waits for another's lock stops waiting. */
    void end() {
        updater.end();
    }

    /** The update that is running is stopped. From another thread; returns when it is. */
    void stop() {
        updater.stop();
    }

    /** @return whether anything was decided or asked for */
    public boolean runOnce() {
        if (!settled()) {
            return false;
        }
        Evidence evidence = deliberation.evidence();
        List<Resize> resizes = new ArrayList<>();
        boolean news = false;
        for (Finding finding : deliberation.findings(evidence)) {
            news |= act(finding, evidence, resizes);
        }
        if (!resizes.isEmpty()) {
            update(journal.plan(resizes, clock.instant()));
        }
        return news;
    }

    /** What would be decided if these came now. From any thread. */
    List<DryRun> rehearse(List<ScalingIntent> intents, List<AlertEnd> ends) {
        return new Rehearsal(journal, deliberation).of(intents, ends);
    }

    private boolean act(Finding finding, Evidence evidence, List<Resize> resizes) {
        tellWaiting(finding, evidence);
        if (!(finding instanceof Finding.Judged judged) || settling.holds(finding.pool())) {
            return false;
        }
        boolean news = act(judged.verdict(), evidence.now(), resizes);
        evidence.approval(judged.pool()).ifPresent(approval -> asking.tidy(approval, judged.verdict(), evidence.now()));
        return news;
    }

    private boolean act(Verdict verdict, Instant now, List<Resize> resizes) {
        if (verdict instanceof Verdict.Ask ask) {
            asking.ask(ask, now);
            return true;
        }
        if (verdict instanceof Verdict.Decided decided) {
            if (decided.decision() instanceof Resize resize) {
                resizes.add(resize);
            } else if (decided.decision() instanceof Hold hold) {
                LOG.atInfo()
                        .addKeyValue("intents", hold.intents())
                        .log("{} stays at {}: {}", hold.pool(), hold.size(), hold.reason());
                journal.hold(hold, now);
            }
            return true;
        }
        return false;
    }

    /** Once, not at every look. */
    private void tellWaiting(Finding finding, Evidence evidence) {
        boolean waits = finding instanceof Finding.Undeployed
                && !evidence.waiting(finding.pool()).isEmpty();
        if (!waits) {
            waiting.remove(finding.pool());
        } else if (finding instanceof Finding.Undeployed undeployed && waiting.add(finding.pool())) {
            LOG.warn("what came for {} waits: {}; run `pulumi up`", undeployed.pool(), undeployed.reason());
        }
    }

    @SuppressWarnings("try") // it is closed, and that is its use
    private void update(Update planned) {
        try (MDC.MDCCloseable unused = MDC.putCloseable("update", Long.toString(planned.id()))) {
            Attempts.Attempted tried = attempts.at(planned);
            settle(tried.update(), tried.outcome());
        }
    }

    @SuppressWarnings("try") // it is closed, and that is its use
    private void updateAgain(Update begun) {
        try (MDC.MDCCloseable unused = MDC.putCloseable("update", Long.toString(begun.id()))) {
            carryOutAgain(begun);
        }
    }

    /** That it has moved or is stale is not news of an update that may have been carried out before. */
    private void carryOutAgain(Update begun) {
        if (begun.id() == died && deaths >= DEATHS) {
            end(begun, UpdateStatus.FAILED, begun.problem().map(why -> "%s, %d times".formatted(why, deaths)));
            return;
        }
        Attempts.Attempted result = attempts.at(begun);
        Update tried = result.update();
        if (result.outcome() instanceof Outcome.BaseMoved moved) {
            observed.saw(moved.now());
            recovery.settle(tried);
        } else if (result.outcome() instanceof Outcome.Stale stale) {
            observed.saw(stale.now());
            recovery.settle(tried);
        } else if (result.outcome() instanceof Outcome.Interrupted interrupted) {
            leave(tried, interrupted.reason());
        } else {
            settle(tried, result.outcome());
        }
    }

    private void settle(Update update, Outcome outcome) {
        if (outcome instanceof Outcome.Applied applied) {
            observed.saw(applied.now());
            end(update, UpdateStatus.SUCCEEDED, applied.oddity());
        } else if (outcome instanceof Outcome.BaseMoved moved) {
            observed.saw(moved.now());
            withdraw(update, moved.reason());
        } else if (outcome instanceof Outcome.Stale stale) {
            observed.saw(stale.now());
            withdraw(update, stale.reason());
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            withdraw(update, interrupted.reason());
        } else if (outcome instanceof Outcome.LockConflict conflict) {
            end(
                    update,
                    UpdateStatus.STALLED,
                    Optional.of("gave up after %d tries: %s".formatted(update.attempts(), conflict.reason())));
        } else if (outcome instanceof Outcome.Unreachable away) {
            observed.lost(away.reason());
            findOut(update, away.reason());
        } else if (outcome instanceof Outcome.HalfWay half) {
            findOut(update, half.reason());
        } else if (outcome instanceof Outcome.Died died) {
            died(update, died.reason());
        } else if (outcome instanceof Outcome.TimedOut late) {
            end(update, UpdateStatus.FAILED, Optional.of(late.reason()));
        } else if (outcome instanceof Outcome.Failed failed) {
            end(update, UpdateStatus.FAILED, Optional.of(failed.reason()));
        }
    }

    /** The stack is asked what is done of it, and the lock is cleared, before it is called ended. */
    private void died(Update update, String why) {
        deaths = update.id() == died ? deaths + 1 : 1;
        died = update.id();
        LOG.warn("update {}: {}", update.id(), why);
        journal.save(update.waiting(update.attempts(), why));
        settling.afterADeath(update);
    }

    /** Not decided again: it may be done, or half done. The first look that succeeds tells. */
    private void findOut(Update update, String why) {
        LOG.warn("update {} is not finished: {}", update.id(), why);
        journal.save(update.waiting(update.attempts(), why));
        settling.afterABreak();
    }

    private void withdraw(Update update, String why) {
        LOG.info("update {} WITHDRAWN: {}", update.id(), why);
        journal.withdraw(update, why, clock.instant());
    }

    /** For the next process: the first one's engine may still be writing, and its intents must not be decided again. */
    private void leave(Update begun, String why) {
        LOG.info("update {} is left to the next start: {}", begun.id(), why);
        journal.save(begun);
    }

    private void end(Update update, UpdateStatus how, Optional<String> problem) {
        problem.ifPresentOrElse(
                text -> LOG.warn("update {} {}: {}", update.id(), how, text),
                () -> LOG.info("update {} {}", update.id(), how));
        journal.save(update.ended(how, problem, clock.instant()));
        if (how != UpdateStatus.SUCCEEDED) {
            settling.afterAFailure();
        }
    }
}
