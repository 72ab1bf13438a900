package io.pulumiscale.http;

import io.pulumiscale.webhook.AlertAdapter;
import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.IntentFactory;
import io.pulumiscale.webhook.ManualAdapter;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.xnio.Options;

/** The scaler's HTTP server, listening from the start until it is closed. */
public final class ScalerServer implements AutoCloseable {
    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 16;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** The rest of a refused body is swallowed up to here: a caller that is hung up on while it writes sees no answer. */
    private static final long MAX_SWALLOWED_BYTES = 16L << 20;

    private final Undertow undertow;
    private final GracefulShutdownHandler requests;
    private final EventFeed events;
    private final Duration drainTimeout;
    private final int port;

    private ScalerServer(Undertow undertow, GracefulShutdownHandler requests, EventFeed events, Duration drainTimeout) {
        this.undertow = undertow;
        this.requests = requests;
        this.events = events;
        this.drainTimeout = drainTimeout;
        this.port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /**
     * Starts to listen.
     *
     * @param random for the ids of intents and of errors
     * @throws CannotListen the address cannot be bound
     */
    public static ScalerServer start(
            HttpSettings settings, Backend backend, TokenRing tokens, Clock clock, RandomGenerator random) {
        IntentFactory intents = new IntentFactory(clock, random);
        FrontDoor door = new FrontDoor(
                routes(settings, backend, intents, clock),
                tokens,
                new ErrorMapper(random),
                settings.maxBodyBytes(),
                backend.observation().incidents());
        GracefulShutdownHandler requests = new GracefulShutdownHandler(new HttpContinueReadHandler(door));
        Undertow undertow = listening(settings, new Farewell(requests));
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw new CannotListen(settings, e);
        }
        return new ScalerServer(undertow, requests, backend.observation().events(), settings.drainTimeout());
    }

    static List<Route> routes(HttpSettings settings, Backend backend, IntentFactory intents, Clock clock) {
        UnknownPools unknown = new UnknownPools(clock);
        Reception reception = new Reception(backend, unknown);
        StatusEndpoints status =
                new StatusEndpoints(backend.status(), backend.sns().subscription(), unknown, clock);
        AlertsEndpoint alerts =
                new AlertsEndpoint(new AlertAdapter(backend.catalog(), settings.poolLabel(), intents), reception);
        ApprovalEndpoints approvals = new ApprovalEndpoints(backend);
        PauseEndpoints pauses = new PauseEndpoints(backend);
        return List.of(
                Route.openGet("/healthz", status::alive),
                Route.openGet("/readyz", status::ready),
                MetricsEndpoint.route(backend.observation()),
                Route.get("/openapi.json", new OpenApiEndpoint()),
                Route.get("/pools", status::pools),
                Route.get("/pools/{pool}", status::pool),
                Route.post("/pools/{pool}/pause", pauses::pause),
                Route.post("/pools/{pool}/resume", pauses::resume),
                Route.get("/history", new HistoryEndpoint(backend.status(), backend.catalog(), clock)),
                Route.get("/intents/{id}", new IntentEndpoint(backend.status())),
                Route.get("/events", new EventsEndpoint(backend.observation().events())),
                Route.get("/approvals", approvals::waiting),
                Route.post("/approvals/{id}", approvals::approve),
                Route.post(AlertsEndpoint.PATH, alerts),
                Route.post(AlertsEndpoint.OF_PROMETHEUS, alerts),
                Route.post(
                        "/webhook/cloudwatch",
                        new SnsEndpoint(backend.sns(), new CloudWatchAdapter(backend.catalog(), intents), reception)),
                Route.post(
                        "/scale/{pool}", new ScaleEndpoint(backend.catalog(), new ManualAdapter(intents), reception)));
    }

    private static Undertow listening(HttpSettings settings, HttpHandler handler) {
        int requestMillis = Math.toIntExact(settings.requestTimeout().toMillis());
        return Undertow.builder()
                .addHttpListener(settings.port(), settings.host(), handler)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_SWALLOWED_BYTES + settings.maxBodyBytes())
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, requestMillis)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, requestMillis)
                .setSocketOption(Options.READ_TIMEOUT, requestMillis)
                .setSocketOption(Options.WRITE_TIMEOUT, requestMillis)
                .build();
    }

    /** The port that it listens on, or did. */
    public int port() {
        return port;
    }

    /** Takes nothing new, lets the answers under way out within the drain time-out, and stops listening. */
    @Override
    public void close() {
        requests.shutdown();
        events.close(); // who listens would be waited for in vain
        try {
            requests.awaitShutdown(drainTimeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            undertow.stop();
        }
    }
}
