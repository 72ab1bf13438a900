package io.pulumiscale.local;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** One provider's port, on the loopback interface only. */
final class ProviderServer implements AutoCloseable {
    /** The engine's own limit (pulumi/sdk, util/rpcutil); gRPC's 4 MB would be too small for large stacks. */
    private static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

    /** Where the engine looks for a provider that it is to attach to: not at ::1. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final long GRACE_SECONDS = 2;

    private final Server server;

    ProviderServer(int port, BindableService service) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port))
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .addTransportFilter(Session.perConnection(Account.in(Account.DEFAULT_REGION)))
                .intercept(Session.perCall())
                .addService(service)
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Lets calls end for a short while, then drops them. */
    @Override
    public void close() {
        server.shutdown();
        try {
            server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.shutdownNow();
    }
}
