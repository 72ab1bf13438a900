package io.pulumiscale.http;

import java.time.Duration;

/** The standard limits, but for some. */
final class LimitsBuilder {
    private Limits limits = Limits.standard();

    LimitsBuilder silence(Duration silence) {
        return set(limits.maxConnections(), silence, limits.request(), limits.perSecond(), limits.together());
    }

    LimitsBuilder request(Duration request) {
        return set(limits.maxConnections(), limits.silence(), request, limits.perSecond(), limits.together());
    }

    LimitsBuilder connections(int most) {
        return set(most, limits.silence(), limits.request(), limits.perSecond(), limits.together());
    }

    LimitsBuilder perSecond(int requests) {
        return set(limits.maxConnections(), limits.silence(), limits.request(), requests, limits.together());
    }

    LimitsBuilder together(int requests) {
        return set(limits.maxConnections(), limits.silence(), limits.request(), limits.perSecond(), requests);
    }

    private LimitsBuilder set(int connections, Duration silence, Duration request, int perSecond, int together) {
        limits = new Limits(
                limits.maxBodyBytes(),
                limits.maxHeaderBytes(),
                limits.maxHeaders(),
                limits.maxAlerts(),
                connections,
                silence,
                request,
                perSecond,
                together,
                limits.wrongPerMinute());
        return this;
    }

    HttpSettings settings() {
        return HttpSettings.on("127.0.0.1", 0).withLimits(limits);
    }
}
