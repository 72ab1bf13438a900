package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.internal.EventsServer;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Takes the engine's events in, from this machine only. */
final class EventLog implements AutoCloseable {
    private static final int LARGEST_EVENT = 400 * 1024 * 1024; // the engine's own limit

    /** The CLI is told this address, and not ::1. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Server server;

    private EventLog(Server server) {
        this.server = server;
    }

    static EventLog listen(Consumer<EngineEvent> listener) throws AutomationException {
        try {
            return new EventLog(
                    NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0))
                            .maxInboundMessageSize(LARGEST_EVENT)
                            .addService(new EventsServer(listener))
                            .build()
                            .start());
        } catch (IOException e) {
            throw new AutomationException("cannot listen for the engine's events", e);
        }
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
