package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static Certificates.Pair first;
    private static Certificates.Pair second;

    private Certificates.Pair used;
    private Door door;

    @BeforeAll
    static void make(@TempDir Path folder) {
        Certificates certificates = new Certificates(folder);
        first = certificates.make("first");
        second = certificates.makeRsa("second");
    }

    @BeforeEach
    void listen(@TempDir Path folder) {
        used = first.copiedTo(folder);
        door = new Door(HttpSettings.on("127.0.0.1", 0).withTls(Optional.of(used.files())));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aRequestIsAnsweredByTls(String version) throws Exception {
        try (SSLSocket socket = connect(version)) {
            assertThat(healthy(socket)).isTrue();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void olderVersionsAreNotSpoken(String version) {
        assertThatThrownBy(() -> connect(version)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aNewPairIsShownWithoutARestartAndOldConnectionsGoOn() throws Exception {
        try (SSLSocket old = connect("TLSv1.3")) {
            assertThat(healthy(old)).isTrue();
            used.become(second);
            await().untilAsserted(() -> assertThat(shown()).isEqualTo("CN=second"));
            assertThat(healthy(old)).isTrue();
        }
    }

    private String shown() throws Exception {
        try (SSLSocket socket = connect("TLSv1.3")) {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().toString();
        }
    }

    private static boolean healthy(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[8_192];
        int length = socket.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8).startsWith("HTTP/1.1 200 OK");
    }

    private SSLSocket connect(String version) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), door.port());
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            assertThat(chain[0].getSerialNumber()).isNotEqualTo(BigInteger.ZERO);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
