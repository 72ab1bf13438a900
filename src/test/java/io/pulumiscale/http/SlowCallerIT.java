package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that send a byte now and then, never silent for long enough to be cut off for that. */
class SlowCallerIT {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final int PAUSE = 50;
    private static final String HEAD = "POST /scale/web HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String AUTHORISED = HEAD + "Authorization: Bearer " + Door.TOKEN + "\r\n";

    private final Door door = new Door(new LimitsBuilder()
            .silence(Duration.ofSeconds(10))
            .request(PATIENCE)
            .connections(60)
            .settings());
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /healthz HTTP/1.1\r\nX: ",
                AUTHORISED + "Content-Length: 90000\r\n\r\n{",
                HEAD + "Content-Length: 90000\r\n\r\n{",
                AUTHORISED + "Transfer-Encoding: chunked\r\n\r\nffff\r\n{",
            })
    void isHungUpOnInTime(String beginning) throws IOException {
        Socket slow = connect(beginning);
        long begun = System.nanoTime();
        assertThat(trickle(slow, Duration.ofSeconds(20))).as("hung up on").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(PATIENCE.minusMillis(500), PATIENCE.plusSeconds(8));
        assertThat(door.scaler.kept()).isEmpty();
    }

    /** More than there are workers, and with a token; were they waited for, it would be for 15 s. */
    @Test
    void othersAreServedMeanwhile() throws IOException {
        try (Door patient = new Door()) {
            for (int i = 0; i < 40; i++) {
                connect(patient, AUTHORISED + "Content-Length: 90000\r\n\r\n{");
            }
            long begun = System.nanoTime();
            assertThat(patient.post("/scale/web", "application/json", "{\"action\":\"delta\",\"value\":2}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(patient.get("/pools").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whoReadsSlowlyIsHungUpOnToo() throws IOException {
        Socket slow = connect("");
        slow.setReceiveBufferSize(1_024);
        String many = "GET /pools HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Door.TOKEN + "\r\n\r\n";
        byte[] request = many.repeat(200).getBytes(StandardCharsets.US_ASCII);
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20)) {
                slow.getOutputStream().write(request);
            }
            throw new AssertionError("it is written to for ever");
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
    }

    @Test
    void moreConnectionsThanThereMayBeWaitUntilOneIsClosed() throws IOException {
        for (int i = 0; i < 60; i++) {
            connect("GET /healthz HTTP/1.1\r\nX: ");
        }
        assertThat(door.sendBare("/healthz", it -> it.GET()).statusCode()).isEqualTo(200);
    }

    private Socket connect(String beginning) throws IOException {
        return connect(door, beginning);
    }

    private Socket connect(Door to, String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
        sockets.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Whether the server has ended it before the patience is over. Whatever it says meanwhile is read. */
    private static boolean trickle(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout(PAUSE);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                socket.getOutputStream().write('a');
                if (heard(socket.getInputStream()) < 0) {
                    return true;
                }
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    /** 0 while it has nothing to say, and waits. */
    private static int heard(InputStream answer) throws IOException {
        try {
            return answer.read();
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }
}
