package io.pulumiscale.notice;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.Update;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Brings notices to all that are configured. Nothing here waits for a receiver, but for {@link #close}. */
public final class Notices implements JournalListener, AutoCloseable {
    private final String stack;
    private final Journal journal;
    private final Post post;
    private final Patience patience;
    private final Clock clock;
    private volatile NoticeListener listener = NoticeListener.none();
    private volatile List<Courier> couriers = List.of();

    /** @param stack for people */
    public Notices(String stack, Journal journal, Clock clock) {
        this(stack, journal, new HttpPost(Patience.standard().answer()), Patience.standard(), clock);
    }

    Notices(String stack, Journal journal, Post post, Patience patience, Clock clock) {
        this.stack = stack;
        this.journal = journal;
        this.post = post;
        this.patience = patience;
        this.clock = clock;
    }

    public void start(List<NoticeTarget> targets, NoticeListener told) {
        listener = told;
        bringTo(targets);
    }

    /** From now on to these; one that was there before goes on where it is. */
    public synchronized void bringTo(List<NoticeTarget> targets) {
        couriers.stream()
                .filter(Predicate.not(courier -> targets.contains(courier.target())))
                .forEach(Courier::close);
        List<Courier> next = new ArrayList<>();
        for (NoticeTarget target : targets) {
            next.add(couriers.stream()
                    .filter(courier -> courier.target().equals(target))
                    .findFirst()
                    .orElseGet(() -> courier(target)));
        }
        couriers = List.copyOf(next);
    }

    /** What people should know; nothing in it is secret. */
    public List<String> warnings() {
        return couriers.stream().map(Courier::warning).flatMap(Optional::stream).toList();
    }

    private Courier courier(NoticeTarget target) {
        return new Courier(new Address(target, stack), journal, post, patience, listener, clock).start();
    }

    @Override
    public void held(Hold decision) {
        wake();
    }

    @Override
    public void updated(Update update) {
        wake();
    }

    @Override
    public void asked(Approval approval) {
        wake();
    }

    @Override
    public void declined(Approval approval) {
        wake();
    }

    private void wake() {
        couriers.forEach(Courier::wake);
    }

    /** What was not brought yet is brought by the next process. */
    @Override
    public void close() {
        bringTo(List.of());
    }
}
