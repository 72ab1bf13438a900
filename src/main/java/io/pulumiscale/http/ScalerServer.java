package io.pulumiscale.http;

import io.pulumiscale.model.Right;
import io.pulumiscale.webhook.AlertAdapter;
import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.IntentFactory;
import io.pulumiscale.webhook.ManualAdapter;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The scaler's HTTP server, listening from the start until it is closed. */
public final class ScalerServer implements AutoCloseable {
    private static final Duration LOOK_AT_CERTIFICATE_EVERY = Duration.ofSeconds(1);

    private final Undertow undertow;
    private final GracefulShutdownHandler requests;
    private final EventFeed events;
    private final Duration drainTimeout;
    private final Optional<CertificateWatch> certificate;
    private final int port;

    private ScalerServer(
            Undertow undertow,
            GracefulShutdownHandler requests,
            EventFeed events,
            Duration drainTimeout,
            Optional<CertificateWatch> certificate) {
        this.undertow = undertow;
        this.requests = requests;
        this.events = events;
        this.drainTimeout = drainTimeout;
        this.certificate = certificate;
        this.port = ((InetSocketAddress) listener().getAddress()).getPort();
        certificate.ifPresent(it -> it.start(LOOK_AT_CERTIFICATE_EVERY, listener()::setSslContext));
    }

    /**
     * Starts to listen.
     *
     * @param random for the ids of intents and of errors
     * @throws CannotListen the address cannot be bound
     * @throws UnusableTls there is none that could be shown
     */
    public static ScalerServer start(
            HttpSettings settings, Backend backend, TokenRing tokens, Clock clock, RandomGenerator random) {
        GracefulShutdownHandler requests = new GracefulShutdownHandler(
                new HttpContinueReadHandler(door(settings, backend, tokens, clock, random)));
        HttpHandler outermost = new Deadline(settings.limits().request(), new Farewell(requests));
        Optional<CertificateWatch> certificate = settings.tls().map(files -> new CertificateWatch(files, clock));
        Undertow undertow = Listener.of(settings, certificate.map(CertificateWatch::first), outermost);
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw new CannotListen(settings, e);
        }
        return new ScalerServer(
                undertow, requests, backend.observation().events(), settings.drainTimeout(), certificate);
    }

    private static FrontDoor door(
            HttpSettings settings, Backend backend, TokenRing tokens, Clock clock, RandomGenerator random) {
        Limits limits = settings.limits();
        WrongTokens wrong = new WrongTokens(limits.wrongPerMinute(), clock);
        return new FrontDoor(
                routes(settings, backend, new IntentFactory(clock, random), wrong::count, clock),
                new Admission(
                        tokens, wrong, settings.proxies(), backend.observation().incidents()),
                new Turnstile(limits, clock, Farewell::turnAway),
                new BodyReader(limits.maxBodyBytes()),
                new ErrorMapper(random));
    }

    /** @param wrongTokens how many were shown since the start */
    static List<Route> routes(
            HttpSettings settings, Backend backend, IntentFactory intents, LongSupplier wrongTokens, Clock clock) {
        UnknownPools unknown = new UnknownPools(clock);
        Reception reception = new Reception(backend, unknown);
        StatusEndpoints status = new StatusEndpoints(
                backend.status(),
                backend.sns().subscription(),
                backend.observation().events()::warnings,
                unknown,
                wrongTokens,
                clock);
        ApprovalEndpoints approvals = new ApprovalEndpoints(backend);
        PauseEndpoints pauses = new PauseEndpoints(backend);
        AlertsEndpoint alerts = new AlertsEndpoint(
                new AlertAdapter(
                        backend.catalog(),
                        settings.poolLabel(),
                        settings.limits().maxAlerts(),
                        intents),
                reception);
        DashboardEndpoints dashboard = new DashboardEndpoints();
        return List.of(
                Route.openGet("/", dashboard::page),
                Route.openGet("/dashboard/{file}", dashboard::file),
                Route.openGet("/healthz", status::alive),
                Route.openGet("/readyz", status::ready),
                MetricsEndpoint.route(backend.observation()),
                Route.get("/openapi.json", new OpenApiEndpoint()),
                Route.get("/pools", status::pools),
                Route.get("/pools/{pool}", status::pool),
                Route.post("/pools/{pool}/pause", Right.SCALE, pauses::pause),
                Route.post("/pools/{pool}/resume", Right.SCALE, pauses::resume),
                Route.get("/history", new HistoryEndpoint(backend.status(), clock)),
                Route.get("/intents/{id}", new IntentEndpoint(backend.status())),
                Route.get("/events", new EventsEndpoint(backend.observation().events())),
                Route.get("/approvals", approvals::waiting),
                Route.post("/approvals/{id}", Right.APPROVE, approvals::approve),
                Route.post("/approvals/{id}/decline", Right.APPROVE, approvals::decline),
                Route.webhook(AlertsEndpoint.PATH, alerts),
                Route.webhook(AlertsEndpoint.OF_PROMETHEUS, alerts),
                Route.webhook(
                        "/webhook/cloudwatch",
                        new SnsEndpoint(backend.sns(), new CloudWatchAdapter(backend.catalog(), intents), reception)),
                Route.keeping(
                        "/scale/{pool}",
                        Right.SCALE,
                        new ScaleEndpoint(backend.catalog(), new ManualAdapter(intents), reception)));
    }

    private Undertow.ListenerInfo listener() {
        return undertow.getListenerInfo().get(0);
    }

    /** The port that it listens on, or did. */
    public int port() {
        return port;
    }

    /** Takes nothing new, lets the answers under way out within the drain time-out, and stops listening. */
    @Override
    public void close() {
        certificate.ifPresent(CertificateWatch::close);
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
