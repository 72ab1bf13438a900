package io.pulumiscale.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers one request, whatever it is, and hangs up. */
final class OneAnswer {
    private static final int ENOUGH = 8_192;

    private OneAnswer() {}

    /** @return its URL */
    static String begin(String answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> answer(server, answer), "one-answer");
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static void answer(ServerSocket server, String answer) {
        try (server;
                Socket socket = server.accept()) {
            int unused = socket.getInputStream().read(new byte[ENOUGH]);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
