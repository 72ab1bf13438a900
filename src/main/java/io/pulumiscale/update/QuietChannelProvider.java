package io.pulumiscale.update;

import io.grpc.ForwardingChannelBuilder;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes gRPC channels that hang up while nothing is said. The SDK opens two to the engine and closes neither; at its end
 * the engine waits a second for them, with the stack's lock held (ADR 0034). gRPC finds this by
 * {@code META-INF/services}.
 */
public final class QuietChannelProvider extends ManagedChannelProvider {
    /** Longer than the SDK thinks between two calls, as a rule; a call after it connects anew, within a millisecond or two. */
    private static final Duration QUIET = Duration.ofMillis(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "quiet-channels");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    protected boolean isAvailable() {
        return true;
    }

    /** Before Netty's own, which is at 5. */
    @Override
    protected int priority() {
        return 9;
    }

    @Override
    protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
        return new Builder(NettyChannelBuilder.forAddress(name, port));
    }

    @Override
    protected ManagedChannelBuilder<?> builderForTarget(String target) {
        return new Builder(NettyChannelBuilder.forTarget(target));
    }

    @Override
    protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
        return Set.of(InetSocketAddress.class);
    }

    private final class Builder extends ForwardingChannelBuilder<Builder> {
        private final ManagedChannelBuilder<?> netty;

        private Builder(ManagedChannelBuilder<?> netty) {
            this.netty = netty;
        }

        @Override
        protected ManagedChannelBuilder<?> delegate() {
            return netty;
        }

        @Override
        public ManagedChannel build() {
            return new QuietChannel(super::build, timer, QUIET);
        }
    }
}
