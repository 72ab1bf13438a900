package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Whole requests, byte for byte, to the real server: it answers or hangs up, and nothing is its own error. */
public final class RequestFuzz {
    private static final int PATIENCE_MILLIS = 30_000; // the first answer loads what the fuzzer instruments
    private static final Door DOOR =
            new Door(new LimitsBuilder().perSecond(1_000_000).settings()); // it is to be asked as often as it can

    private RequestFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        assertThat(answer(input)).doesNotContainPattern("HTTP/1\\.[01] 5\\d\\d ");
        assertThat(DOOR.scaler.kept()).allSatisfy(it -> assertThat(it.pool()).isIn("web", "workers"));
    }

    /** Everything that the server says until it hangs up. */
    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return ""; // it may hang up in the middle of what makes no sense
        }
    }
}
