package io.pulumiscale.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Opens a connection, and closes it. */
final class Connection {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Connection() {}

    /** What is wrong, if it cannot be opened; the host and the port alone are in it. */
    static Optional<String> problem(URI url) {
        InetSocketAddress address = new InetSocketAddress(url.getHost(), port(url));
        if (address.isUnresolved()) {
            return Optional.of("there is no such host");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(PATIENCE.toMillis()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("nothing answers at port " + address.getPort());
        }
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? HTTP : HTTPS;
    }
}
