package io.pulumiscale.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Events for as long as there are any; where there are none, the same time passes. Begins again when they end. */
final class Listening implements AutoCloseable {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final ScalerClient scaler;
    private final Clock clock;
    private Optional<EventStream> stream = Optional.empty();
    private Instant tried = Instant.MIN;

    Listening(ScalerClient scaler, Clock clock) {
        this.scaler = scaler;
        this.clock = clock;
    }

    /** Whoever may not listen, or finds no room, goes on without. */
    void join() throws InterruptedException {
        tried = clock.instant();
        try {
            stream = Optional.of(scaler.events());
        } catch (CallFailed e) {
            stream = Optional.empty();
        }
    }

    /** Waits so long for the first, and takes those along that have come with it. */
    List<Event> next(Duration patience) throws InterruptedException {
        if (stream.map(EventStream::isOver).orElse(true)) {
            close();
            stream = Optional.empty();
            if (Duration.between(tried, clock.instant()).compareTo(AGAIN_AFTER) < 0) {
                TimeUnit.MILLISECONDS.sleep(patience.toMillis());
                return List.of();
            }
            join();
        }
        List<Event> heard = new ArrayList<>();
        if (stream.isPresent()) {
            Optional<Event> event = stream.get().next(patience);
            while (event.isPresent()) {
                heard.add(event.get());
                event = stream.get().next(Duration.ZERO);
            }
        }
        return heard;
    }

    @Override
    public void close() {
        stream.ifPresent(EventStream::close);
    }
}
