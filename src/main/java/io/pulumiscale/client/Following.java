package io.pulumiscale.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends a request for a size and follows it until it has ended. What became of it is asked of the scaler; its events tell how
 * far it is, and that it is time to ask again. While the scaler does not answer it is waited for: it may be restarted.
 */
public final class Following {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScalerClient scaler;
    private final Narration narration;
    private final Clock clock;
    private final List<Event> unheard = new ArrayList<>();

    public Following(ScalerClient scaler, Screen screen, Clock clock) {
        this.scaler = scaler;
        this.narration = new Narration(screen, clock);
        this.clock = clock;
    }

    /**
     * @return as it was when it had ended, or the patience was over
     * @throws CallFailed it was not taken in, or nobody may ask what becomes of it
     * @throws InterruptedException somebody does not want to wait any longer; the request stays
     */
    public Answer<Story> follow(Wish wish, Duration patience) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        try (Listening events = new Listening(scaler, clock)) {
            events.join(); // before it is sent, so that nothing of it is missed
            Receipt receipt = scaler.scale(wish).value();
            narration.accepted(receipt);
            return follow(events, receipt.taken().intent(), end);
        }
    }

    private Answer<Story> follow(Listening events, String intent, Instant end) throws InterruptedException {
        Optional<Answer<Story>> last = Optional.empty();
        boolean waited = false;
        while (true) {
            Optional<Answer<Story>> now = ask(intent);
            last = now.isPresent() ? now : last;
            now.ifPresent(it -> tell(it.value()));
            boolean ended =
                    now.filter(it -> it.value().outcome() != Outcome.OPEN).isPresent();
            if (ended || !clock.instant().isBefore(end)) {
                return last.orElseThrow(() -> CallFailed.notNow("the scaler does not answer; the request stays"));
            }
            if (waited && last.isPresent()) {
                tellWhatItWaitsBehind(last.get().value());
            }
            unheard.addAll(events.next(EVERY));
            waited = true;
        }
    }

    private Optional<Answer<Story>> ask(String intent) throws InterruptedException {
        try {
            return Optional.of(scaler.story(intent));
        } catch (CallFailed e) {
            if (e.kind() == CallFailed.Kind.REFUSED) {
                throw e;
            }
            narration.silent(e);
            return Optional.empty();
        }
    }

    /** What was heard before it was known which update it is about keeps. */
    private void tell(Story story) {
        narration.before(story);
        story.update().ifPresent(update -> {
            unheard.forEach(event -> narration.progress(event, story.pool(), update.id()));
            unheard.clear();
        });
        narration.after(story);
    }

    /** Nothing is decided while another update runs, which may take as long as somebody holds the stack's lock. */
    private void tellWhatItWaitsBehind(Story story) throws InterruptedException {
        if (story.state().equals("waiting") && story.why() == null) {
            Update other = scaler.scaler().value().underWay();
            if (other != null && !other.about(story.pool())) {
                narration.behind(other);
            }
        }
    }
}
