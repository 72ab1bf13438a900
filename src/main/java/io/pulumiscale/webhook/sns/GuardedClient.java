package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.core.SdkBytes;

/** Connects to public addresses only, follows no redirect, uses no proxy, keeps nothing, and waits for nobody long. */
final class GuardedClient implements Outbound, AutoCloseable {
    private static final int MAX_BYTES = 64 * 1024;

    private final CloseableHttpClient client;
    private final Patience patience;

    /**
     * @param tls whom to trust
     * @param names looks hosts up; each connection is to an address that it gave
     * @param ports of the schemes
     */
    GuardedClient(SSLContext tls, DnsResolver names, SchemePortResolver ports, Patience patience) {
        this.patience = patience;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDnsResolver(names)
                        .setSchemePortResolver(ports)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience.silence())
                                .setSocketTimeout(patience.silence())
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience.silence())
                        .setResponseTimeout(patience.silence())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    @Override
    public Fetched get(URI url) throws IOException {
        HttpGet request = new HttpGet(url);
        HttpClientContext context = HttpClientContext.create();
        CompletableFuture.delayedExecutor(patience.total().toMilliseconds(), TimeUnit.MILLISECONDS)
                .execute(request::cancel); // a server that drips is never silent for long
        return client.execute(
                request,
                context,
                response -> new Fetched(
                        response.getCode(), SdkBytes.fromByteArray(body(response)), peers(context.getSSLSession())));
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new IOException("more than %d bytes".formatted(MAX_BYTES));
        }
        return body;
    }

    private static List<X509Certificate> peers(SSLSession session) throws SSLPeerUnverifiedException {
        return session == null
                ? List.of()
                : Arrays.stream(session.getPeerCertificates())
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /**
     * How long is waited.
     *
     * @param silence for a connection, and for the next bytes
     * @param total for the whole of it
     */
    record Patience(Timeout silence, Timeout total) {

        /** SNS gives up on us after 15 s. */
        static Patience standard() {
            return new Patience(Timeout.ofSeconds(3), Timeout.ofSeconds(5));
        }
    }
}
