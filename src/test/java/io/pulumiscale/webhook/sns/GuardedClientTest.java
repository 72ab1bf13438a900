package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.pulumiscale.webhook.sns.GuardedClient.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real TLS server on the loopback interface that says it is SNS. */
class GuardedClientTest {
    private static final String SNS_HOST = "sns.us-east-1.amazonaws.com";
    private static final URI URL = URI.create("https://" + SNS_HOST + "/x");
    private static final Pki.Identity SERVER =
            Pki.issuedBy(Pki.INTERMEDIATE, SNS_HOST, Optional.empty(), false, Pki.END);

    private static final Patience PATIENT = new Patience(Timeout.ofSeconds(20), Timeout.ofSeconds(30));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final InMemoryDnsResolver names = new InMemoryDnsResolver();
    private HttpsServer server;

    @BeforeEach
    void listen() throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving()));
        server.setExecutor(threads);
        server.createContext("/x", exchange -> answer(exchange, 200, "a page"));
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://" + SNS_HOST + "/x");
            answer(exchange, 302, "");
        });
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(64 * 1024 + 1)));
        server.createContext("/drip", this::drip);
        server.createContext("/silent", exchange -> awaitEnd());
        server.start();
        names.add(SNS_HOST, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void itFetchesAndKnowsWhoServed() throws IOException {
        Outbound.Fetched fetched = get(names, URL);
        assertThat(fetched.body().asUtf8String()).isEqualTo("a page");
        assertThat(fetched.peers()).containsExactly(SERVER.certificate(), Pki.INTERMEDIATE.certificate());
    }

    @Test
    void itFollowsNoRedirect() throws IOException {
        assertThat(get(names, URL.resolve("/away")).status()).isEqualTo(302);
        assertThat(asked).containsExactly("/away");
    }

    @Test
    void itReadsNoMoreThan64KiB() {
        assertThatThrownBy(() -> get(names, URL.resolve("/large"))).hasMessage("more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drip", "/silent"})
    void itWaitsForNobodyLong(String path) throws IOException {
        long begun = System.nanoTime();
        Patience little = new Patience(Timeout.ofMilliseconds(500), Timeout.ofSeconds(1));
        try (GuardedClient client = client(trustingTheRoot(), names, little)) {
            assertThatThrownBy(() -> client.get(URL.resolve(path))).isInstanceOf(IOException.class);
        }
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void aServerThatIsSomebodyElseIsNotTalkedTo() throws IOException {
        names.add("sns.us-west-2.amazonaws.com", InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> get(names, URI.create("https://sns.us-west-2.amazonaws.com/x")))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void aServerWhomNobodyTrustsIsNotTalkedTo() throws IOException, GeneralSecurityException {
        try (GuardedClient client = client(SSLContext.getDefault(), names, PATIENT)) {
            assertThatThrownBy(() -> client.get(URL)).isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void anInnerAddressIsNotConnectedTo() {
        assertThatThrownBy(() -> get(new PublicHosts(names), URL))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("is at 127.0.0.1, which is no public address");
        assertThatThrownBy(() ->
                        get(new PublicHosts(SystemDefaultDnsResolver.INSTANCE), URI.create("https://127.0.0.1/x")))
                .isInstanceOf(UnknownHostException.class);
        assertThat(asked).isEmpty();
    }

    /** A name that has a good address when it is looked at, and another when it is gone to. */
    @Test
    void theAddressThatIsConnectedToIsTheOneThatWasLookedAt() throws IOException {
        List<String> lookups = new CopyOnWriteArrayList<>();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                lookups.add(host);
                return lookups.size() == 1
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : new InetAddress[] {InetAddress.getByName("10.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        assertThat(get(rebinding, URL).status()).isEqualTo(200);
        assertThat(lookups).containsExactly(SNS_HOST);
    }

    private Outbound.Fetched get(DnsResolver resolver, URI url) throws IOException {
        try (GuardedClient client = client(trustingTheRoot(), resolver, PATIENT)) {
            return client.get(url);
        }
    }

    private GuardedClient client(SSLContext tls, DnsResolver resolver, Patience patience) {
        return new GuardedClient(tls, resolver, host -> server.getAddress().getPort(), patience);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** A byte now and then: never silent for long, and not done for 20 s. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 400 && !await(50); i++) {
                out.write('x');
                out.flush();
            }
        }
    }

    private void awaitEnd() {
        boolean ended = await(TimeUnit.SECONDS.toMillis(30));
        assertThat(ended).isTrue();
    }

    private boolean await(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static SSLContext serving() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Certificate[] chain = {SERVER.certificate(), Pki.INTERMEDIATE.certificate()};
        keys.setKeyEntry("server", SERVER.keys().getPrivate(), new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trustingTheRoot() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", Pki.ROOT.certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
