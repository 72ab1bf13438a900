package io.pulumiscale.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.it.Sender;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Sends what is to be sent, each at its time and in order. Like Alertmanager, and like a careful person, it sends again
 * what it has no answer to.
 */
final class Courier {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Supplier<Sender> scaler;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    /** @param scaler whichever is there at the moment */
    Courier(Supplier<Sender> scaler) {
        this.scaler = scaler;
    }

    /** Everything that was ever answered with 202. */
    Collection<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    CompletableFuture<Void> deliver(List<Delivery> deliveries, Instant began) {
        return CompletableFuture.runAsync(() -> deliveries.forEach(delivery -> {
            Moments.await(began.plus(delivery.after()));
            acknowledge(delivery, Sender.read(untilTaken(delivery).body()));
        }));
    }

    private HttpResponse<String> untilTaken(Delivery delivery) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(() -> send(delivery), response -> taken(delivery, response));
    }

    private HttpResponse<String> send(Delivery delivery) {
        Sender sender = scaler.get();
        return delivery.key().isPresent()
                ? sender.json(delivery.path(), delivery.body(), delivery.key().get())
                : sender.json(delivery.path(), delivery.body());
    }

    private static boolean taken(Delivery delivery, HttpResponse<String> response) {
        if (response.statusCode() != 202 && response.statusCode() != 503) {
            throw new IllegalStateException(
                    "%s was answered with %d: %s".formatted(delivery.event(), response.statusCode(), response.body()));
        }
        return response.statusCode() == 202;
    }

    private void acknowledge(Delivery delivery, JsonNode answer) {
        answer.path("accepted").forEach(it -> acknowledged.add(one(delivery, it, false)));
        answer.path("duplicates").forEach(it -> acknowledged.add(one(delivery, it, true)));
        if (!answer.path("ignored").isEmpty()) {
            throw new IllegalStateException("%s was ignored: %s".formatted(delivery.event(), answer));
        }
    }

    private static Acknowledged one(Delivery delivery, JsonNode taken, boolean duplicate) {
        return new Acknowledged(delivery.event(), taken.path("intent").asText(), duplicate);
    }
}
