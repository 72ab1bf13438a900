package io.pulumiscale;

import io.pulumiscale.cli.DoorOptions;
import io.pulumiscale.cli.LimitOptions;
import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.http.HttpSettings;
import io.pulumiscale.http.Limits;
import io.pulumiscale.http.TlsFiles;
import io.pulumiscale.http.TrustedProxies;

/** The command line's words for the front door in the server's. */
final class Doors {
    private Doors() {}

    static HttpSettings settings(ServeOptions options) {
        DoorOptions door = options.door();
        return HttpSettings.on(options.host(), options.port())
                .withPoolLabel(options.poolLabel())
                .withLimits(limits(door.limits()))
                .withTrustedProxies(new TrustedProxies(door.trustedProxies()))
                .withTls(door.tls().map(tls -> new TlsFiles(tls.certificate(), tls.key())));
    }

    private static Limits limits(LimitOptions limits) {
        return new Limits(
                limits.maxBody(),
                limits.maxHeader(),
                limits.maxHeaders(),
                limits.maxAlerts(),
                limits.maxConnections(),
                limits.idleTimeout(),
                limits.requestTimeout(),
                limits.rate(),
                limits.concurrency(),
                limits.wrongTokens());
    }
}
