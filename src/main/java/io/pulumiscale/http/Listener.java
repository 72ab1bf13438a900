package io.pulumiscale.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.xnio.Options;
import org.xnio.Sequence;

/** How Undertow listens, within the limits. */
final class Listener {
    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 16;
    private static final int MAX_PARAMETERS = 20;
    /** The rest of a refused body is swallowed up to here: a caller that is hung up on while it writes sees no answer. */
    private static final long MAX_SWALLOWED_BYTES = 16L << 20;

    private static final Sequence<String> PROTOCOLS = Sequence.of("TLSv1.3", "TLSv1.2");

    private Listener() {}

    static Undertow of(HttpSettings settings, Optional<SSLContext> tls, HttpHandler handler) {
        Limits limits = settings.limits();
        int silence = Math.toIntExact(limits.silence().toMillis());
        Undertow.Builder builder = Undertow.builder()
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.maxHeaderBytes())
                .setServerOption(UndertowOptions.MAX_HEADERS, limits.maxHeaders())
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_SWALLOWED_BYTES + limits.maxBodyBytes())
                .setServerOption(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(limits.request().toMillis()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, silence)
                .setSocketOption(Options.READ_TIMEOUT, silence)
                .setSocketOption(Options.WRITE_TIMEOUT, silence)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.maxConnections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.maxConnections())
                .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, PROTOCOLS);
        tls.ifPresentOrElse(
                context -> builder.addHttpsListener(settings.port(), settings.host(), context, handler),
                () -> builder.addHttpListener(settings.port(), settings.host(), handler));
        return builder.build();
    }
}
