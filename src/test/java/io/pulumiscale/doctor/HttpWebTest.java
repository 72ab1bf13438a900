package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpWebTest {
    @Test
    void theStatusAndTheServersClockAreRead() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/version");
            Web.Answer answer = new HttpWeb().get(address, Optional.empty());

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.date())
                    .hasValueSatisfying(date -> assertThat(
                                    Duration.between(date, Instant.now()).abs())
                            .isLessThan(Duration.ofMinutes(1)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void noAnswerIsAnError() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThatThrownBy(() -> new HttpWeb().get(URI.create("http://127.0.0.1:" + port), Optional.empty()))
                .isInstanceOf(IOException.class);
    }
}
