package io.pulumiscale.http;

import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.scaler.StatusView;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what changes, on one thread. While there are any it looks at the journal every second, and sooner when
 * this process writes: so every scaler that shares a journal tells the same, whoever decides. Progress of an update is told
 * by the scaler that carries it out.
 */
public final class EventFeed implements JournalListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int MOST_CLIENTS = 32;
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Several writes of one moment are one look. */
    private static final Duration SOON = Duration.ofMillis(50);

    private final StatusView status;
    private final Supplier<List<String>> warnings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, EventFeed::thread);
    private final Map<ServerSentEventConnection, EventClient> clients = new ConcurrentHashMap<>();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private Optional<Scene> known = Optional.empty(); // the thread's own
    private boolean blind; // likewise

    /** @param warnings what people should know beside the status */
    public EventFeed(StatusView status, Supplier<List<String>> warnings, Clock clock) {
        this(status, warnings, clock, EVERY);
    }

    /** @param every from one look at the journal to the next */
    EventFeed(StatusView status, Supplier<List<String>> warnings, Clock clock, Duration every) {
        this.status = status;
        this.warnings = warnings;
        this.clock = clock;
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unused = thread.scheduleWithFixedDelay(
                this::lookIfAnybodyListens, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What people should know beside the status. */
    List<String> warnings() {
        return warnings.get();
    }

    /** Whether another may listen. */
    boolean hasRoom() {
        return clients.size() < MOST_CLIENTS;
    }

    /** How many listen. */
    public int listeners() {
        return clients.size();
    }

    /**
     * Tells all that is known, and everything from then on.
     *
     * @param last the id of the last event that it has seen, if it was here before
     */
    void join(ServerSentEventConnection connection, Grant grant, Optional<Long> last) {
        connection.addCloseTask(clients::remove);
        EventClient client = new EventClient(connection, grant, clock.instant());
        run(() -> welcome(connection, client, last), client::part);
    }

    private void welcome(ServerSentEventConnection connection, EventClient client, Optional<Long> last) {
        if (!hasRoom()) {
            client.part();
            return;
        }
        client.greet();
        look();
        known.ifPresentOrElse(
                scene -> {
                    last.ifPresent(id -> scene.missed(id, status).forEach(client::send));
                    client.send(scene.snapshot());
                    clients.put(connection, client);
                    if (!connection.isOpen()) {
                        clients.remove(connection);
                    }
                },
                client::part);
    }

    /** From any thread. */
    public void progress(UpdateProgress progress) {
        if (!clients.isEmpty()) {
            run(() -> tell(List.of(ProgressView.event(progress))), () -> {});
        }
    }

    @Override
    public void changed() {
        if (!clients.isEmpty() && nudged.compareAndSet(false, true)) {
            try {
                var unused = thread.schedule(this::lookIfAnybodyListens, SOON.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed");
            }
        }
    }

    private void lookIfAnybodyListens() {
        nudged.set(false);
        clients.values().stream().filter(it -> it.isOver(clock.instant())).forEach(EventClient::part);
        if (clients.isEmpty()) {
            known = Optional.empty();
        } else {
            guarded(this::look);
        }
    }

    private void look() {
        try {
            Scene now = Scene.now(status, warnings.get());
            known.ifPresent(before -> tell(now.since(before, status)));
            known = Optional.of(now);
            blind = false;
        } catch (JournalException e) {
            tellBlind(e);
        }
    }

    /** Once, not every second. */
    private void tellBlind(JournalException e) {
        if (!blind) {
            LOG.warn("listeners to events hear nothing for now: {}", e.getMessage());
            tell(List.of(Event.of("warning", Map.of("text", "the journal cannot be read; what is shown is old"))));
        }
        blind = true;
    }

    private void tell(List<Event> events) {
        clients.values().forEach(client -> events.forEach(client::send));
    }

    private void run(Runnable task, Runnable closed) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            closed.run();
        }
    }

    /** The thread goes on whatever happens. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the feed of events goes on after", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }

    /** Everybody is to come again, to another scaler if there is one. */
    @Override
    public void close() {
        run(() -> clients.values().forEach(EventClient::part), () -> {}); // after those who are just being welcomed
        thread.shutdown();
    }
}
