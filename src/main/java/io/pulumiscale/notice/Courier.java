package io.pulumiscale.notice;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.notice.Post.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings notices to one receiver, one after another, on a thread of its own. What was brought is written down after it: who
 * dies in between brings it once more.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration NO_WISH = Duration.ofNanos(-1);
    private static final double GIVE_OR_TAKE = 0.2;
    private static final int AT_ONCE = 50;

    private final Address address;
    private final Journal journal;
    private final Post post;
    private final Patience patience;
    private final Clock clock;
    private final Troubles troubles;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "notices");
    private volatile boolean closed;
    private boolean followed; // the thread's own

    Courier(Address address, Journal journal, Post post, Patience patience, NoticeListener listener, Clock clock) {
        this.address = address;
        this.journal = journal;
        this.post = post;
        this.patience = patience;
        this.clock = clock;
        this.troubles = new Troubles(address.target(), listener, clock);
        thread.setDaemon(true);
    }

    Courier start() {
        thread.start();
        return this;
    }

    NoticeTarget target() {
        return address.target();
    }

    /** For people, while something is wrong. */
    Optional<String> warning() {
        return troubles.warning();
    }

    /** There may be something to bring. From any thread. */
    void wake() {
        news.release();
    }

    private void run() {
        while (!closed) {
            try {
                if (!bring()) {
                    rest();
                }
            } catch (JournalException e) {
                LOG.warn("{}: notices wait: {}", target(), e.getMessage());
                restQuietly();
            } catch (InterruptedException e) {
                LOG.debug("{}: closed", target());
            } catch (RuntimeException e) {
                LOG.error("{}: goes on after", target(), e);
                restQuietly();
            }
        }
    }

    /** @return whether there may be more */
    private boolean bring() throws InterruptedException {
        if (!followed) {
            journal.follow(address.receiver());
            followed = true;
            LOG.info("{}: is told what happens", target());
        }
        List<Notice> due = journal.notices(address.receiver(), AT_ONCE);
        if (due.isEmpty() || notMine()) {
            return false;
        }
        for (Notice notice : due) {
            if (target().wants(notice) && !settled(notice)) {
                return false;
            }
            journal.told(address.receiver(), notice.id());
        }
        return true;
    }

    /** Whether it is brought, or never will be. */
    private boolean settled(Notice notice) throws InterruptedException {
        if (tooOld(notice)) {
            troubles.dropped("it is of %s".formatted(notice.at()));
            return true;
        }
        Answer answer = tried(notice);
        if (answer instanceof Answer.Taken) {
            troubles.sent();
            return true;
        }
        if (answer instanceof Answer.Refused refused) {
            troubles.dropped(refused.reason());
            return true;
        }
        return false;
    }

    private Answer tried(Notice notice) throws InterruptedException {
        try {
            return Failsafe.with(policy(notice)).get(() -> attempt(notice));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw e;
        }
    }

    private Answer attempt(Notice notice) throws InterruptedException {
        Answer answer = post.send(target().url(), address.message(notice, clock.instant()));
        if (answer instanceof Answer.Failed failed) {
            troubles.failed(failed.reason());
        }
        return answer;
    }

    private RetryPolicy<Answer> policy(Notice notice) {
        return RetryPolicy.<Answer>builder()
                .handleResultIf(answer -> answer instanceof Answer.Failed)
                .abortIf(answer -> answer instanceof Answer.Failed && (closed || tooOld(notice) || notMine()))
                .withMaxRetries(-1)
                .withBackoff(patience.firstPause(), patience.longestPause())
                .withJitter(GIVE_OR_TAKE)
                .withDelayFn(attempt -> attempt.getLastResult() instanceof Answer.Failed failed
                        ? failed.asked().orElse(NO_WISH)
                        : NO_WISH)
                .build();
    }

    private boolean tooOld(Notice notice) {
        return notice.at().plus(patience.tooOld()).isBefore(clock.instant());
    }

    /** Another scaler decides, and brings what it decided. */
    private boolean notMine() {
        return journal.lease().lost().isPresent();
    }

    private void rest() throws InterruptedException {
        boolean unused = news.tryAcquire(patience.look().toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    private void restQuietly() {
        try {
            rest();
        } catch (InterruptedException e) {
            LOG.debug("{}: closed", target());
        }
    }

    /** Brings nothing more; what is on its way may be brought again by the next. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(patience.answer().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
