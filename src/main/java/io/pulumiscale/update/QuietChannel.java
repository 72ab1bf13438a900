package io.pulumiscale.update;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A channel that is closed once no call was under way for a while; the next call opens another in its place. gRPC's own
 * {@code enterIdle} keeps the connection for five seconds more.
 */
final class QuietChannel extends ManagedChannel {
    private final Supplier<ManagedChannel> opener;
    private final ScheduledExecutorService timer;
    private final Duration quiet;
    private ManagedChannel channel;
    private int calls;
    private long begun;
    private boolean shutdown;

    /** @param opener makes a channel to the same address, each time */
    QuietChannel(Supplier<ManagedChannel> opener, ScheduledExecutorService timer, Duration quiet) {
        this.opener = opener;
        this.timer = timer;
        this.quiet = quiet;
        this.channel = opener.get();
    }

    /** A call counts from here on, so that its channel is not closed before it is started. */
    @Override
    public synchronized <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        if (channel.isShutdown() && !shutdown) {
            channel = opener.get();
        }
        calls++;
        begun++;
        return new Counted<>(channel.newCall(method, options));
    }

    private synchronized void ended() {
        calls--;
        if (calls == 0) {
            long last = begun;
            var unused = timer.schedule(() -> hangUp(last), quiet.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** A mere shutdown leaves a connection alone that the other side has said goodbye to, and that waits for us. */
    private synchronized void hangUp(long last) {
        if (calls == 0 && begun == last) {
            channel.shutdownNow();
        }
    }

    @Override
    public synchronized String authority() {
        return channel.authority();
    }

    @Override
    public synchronized ManagedChannel shutdown() {
        shutdown = true;
        channel.shutdown();
        return this;
    }

    @Override
    public synchronized ManagedChannel shutdownNow() {
        shutdown = true;
        channel.shutdownNow();
        return this;
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown && channel.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return present().awaitTermination(timeout, unit);
    }

    private synchronized ManagedChannel present() {
        return channel;
    }

    /** A call ends once, by {@code onClose}, if it was started. */
    private final class Counted<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private Counted(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            try {
                                super.onClose(status, trailers);
                            } finally {
                                ended();
                            }
                        }
                    },
                    headers);
        }
    }
}
