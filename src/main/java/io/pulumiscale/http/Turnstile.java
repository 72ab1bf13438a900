package io.pulumiscale.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.pulumiscale.model.Grant;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets the bearers of each token in at the pace that there is room for; those of another token notice nothing of it. */
final class Turnstile {
    private static final int AT_ONCE = 10;

    private final Limits limits;
    private final Ticks ticks;
    private final HttpHandler full;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /** @param full answers who cannot even wait */
    Turnstile(Limits limits, Clock clock, HttpHandler full) {
        this.limits = limits;
        this.ticks = new Ticks(clock);
        this.full = full;
    }

    /** @throws Refusal the token has made too many requests lately */
    void checkPace(Grant grant, Route route) {
        ConsumptionProbe probe = lane(grant).bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            String why = "token %s makes more than %d requests a second".formatted(grant.name(), limits.perSecond());
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw route.webhook() ? Refusal.notNow(why, wait) : Refusal.tooMany(why, wait);
        }
    }

    /** Goes on with {@code next} when fewer of the token's requests are under way. */
    void pass(Grant grant, HttpServerExchange exchange, HttpHandler next) throws Exception {
        lane(grant).room().handleRequest(exchange, next);
    }

    private Lane lane(Grant grant) {
        return lanes.computeIfAbsent(grant.name(), name -> new Lane(bucket(), room()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity((long) AT_ONCE * limits.perSecond())
                        .refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(ticks)
                .build();
    }

    private RequestLimit room() {
        RequestLimit room = new RequestLimit(limits.together(), AT_ONCE * limits.together());
        room.setFailureHandler(full);
        return room;
    }

    private record Lane(Bucket bucket, RequestLimit room) {}
}
