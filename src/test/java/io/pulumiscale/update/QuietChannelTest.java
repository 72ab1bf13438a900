package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real gRPC server. */
class QuietChannelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3); // gRPC's own idling would take five
    private static final MethodDescriptor<String, String> SAY = MethodDescriptor.<String, String>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("test.Echo/Say")
            .setRequestMarshaller(new Text())
            .setResponseMarshaller(new Text())
            .build();

    private final HandDriven timer = new HandDriven();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger everConnected = new AtomicInteger();
    private final BlockingQueue<StreamObserver<String>> held = new LinkedBlockingQueue<>();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void listen() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addTransportFilter(new Counting())
                .addService(ServerServiceDefinition.builder("test.Echo")
                        .addMethod(SAY, ServerCalls.asyncUnaryCall(this::answer))
                        .build())
                .build()
                .start();
        channel = new QuietChannel(
                () -> NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                        .usePlaintext()
                        .build(),
                timer,
                Duration.ofMillis(20));
    }

    @AfterEach
    void hangUp() {
        channel.shutdownNow();
        server.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void theConnectionIsClosedOnceNothingIsSaid() {
        assertThat(say("one")).isEqualTo("one");
        assertThat(connections).hasValue(1);

        timer.runNext();

        await().atMost(PATIENCE).until(() -> connections.get() == 0);
    }

    @Test
    void theNextCallOpensAnother() {
        say("one");
        timer.runNext();

        assertThat(say("two")).isEqualTo("two");
        assertThat(everConnected).hasValue(2);
    }

    @Test
    void callsThatFollowEachOtherShareOne() {
        say("one");
        say("two");
        timer.runNext(); // the first call's: another has begun since

        assertThat(say("three")).isEqualTo("three");
        assertThat(everConnected).hasValue(1);
    }

    @Test
    void aCallUnderWayKeepsTheConnection() throws Exception {
        say("one");
        ListenableFuture<String> waiting = future("hold");
        StreamObserver<String> answer = held.take();
        say("meanwhile");
        timer.runNext(); // the first call's, the only one after which no other was under way

        answer.onNext("at last");
        answer.onCompleted();

        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("at last");
        assertThat(everConnected).hasValue(1);
    }

    @Test
    void aFailedCallCountsAsEnded() {
        assertThatThrownBy(() -> say("fail")).isInstanceOf(StatusRuntimeException.class);

        timer.runNext();

        await().atMost(PATIENCE).until(() -> connections.get() == 0);
    }

    /**
     * Regression: when the engine's GOAWAY came within the quiet time, {@code shutdown} closed the next connection and not that
     * one, and the engine waited a second for it with the lock held.
     */
    @Test
    void aConnectionToWhichGoodbyeWasSaidIsClosedToo() {
        Open open = new Open();
        QuietChannel quiet = new QuietChannel(() -> open, timer, Duration.ofMillis(20));
        assertThat(ClientCalls.blockingUnaryCall(quiet, SAY, CallOptions.DEFAULT, "one"))
                .isEqualTo("one");

        timer.runNext();

        assertThat(open.closedWhateverItsState).isTrue();
    }

    @Test
    void oneThatWasShutDownStaysSo() {
        channel.shutdown();

        assertThatThrownBy(() -> say("one")).isInstanceOf(StatusRuntimeException.class);
        assertThat(channel.isShutdown()).isTrue();
    }

    @Test
    void itIsWhatTheSdkGets() {
        ManagedChannel sdks = ManagedChannelBuilder.forTarget("127.0.0.1:" + server.getPort())
                .usePlaintext()
                .build();

        assertThat(sdks).isInstanceOf(QuietChannel.class);
        assertThat(ClientCalls.blockingUnaryCall(sdks, SAY, CallOptions.DEFAULT, "one"))
                .isEqualTo("one");
        await().atMost(PATIENCE).until(() -> connections.get() == 0);
    }

    private String say(String word) {
        return ClientCalls.blockingUnaryCall(channel, SAY, CallOptions.DEFAULT, word);
    }

    private ListenableFuture<String> future(String word) {
        return ClientCalls.futureUnaryCall(channel.newCall(SAY, CallOptions.DEFAULT), word);
    }

    private void answer(String word, StreamObserver<String> answer) {
        switch (word) {
            case "hold" -> held.add(answer);
            case "fail" -> answer.onError(new IllegalStateException("as asked"));
            default -> {
                answer.onNext(word);
                answer.onCompleted();
            }
        }
    }

    private final class Counting extends ServerTransportFilter {
        @Override
        public Attributes transportReady(Attributes attributes) {
            connections.incrementAndGet();
            everConnected.incrementAndGet();
            return attributes;
        }

        @Override
        public void transportTerminated(Attributes attributes) {
            connections.decrementAndGet();
        }
    }

    /** A real channel, and whether all of its connections are closed. */
    private final class Open extends ManagedChannel {
        private final ManagedChannel real = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        private boolean closedWhateverItsState;

        @Override
        public ManagedChannel shutdown() {
            return real.shutdown();
        }

        @Override
        public ManagedChannel shutdownNow() {
            closedWhateverItsState = true;
            return real.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return real.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return real.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return real.awaitTermination(timeout, unit);
        }

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return real.newCall(method, options);
        }

        @Override
        public String authority() {
            return real.authority();
        }
    }

    /** What is scheduled is due when the test says so. */
    private static final class HandDriven extends ScheduledThreadPoolExecutor {
        private final Queue<Runnable> scheduled = new ConcurrentLinkedQueue<>();

        private HandDriven() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            scheduled.add(command);
            return super.schedule(() -> {}, 0, unit);
        }

        /** A call's end is told on a thread of gRPC's, after its answer. */
        void runNext() {
            await().atMost(PATIENCE).until(() -> !scheduled.isEmpty());
            scheduled.remove().run();
        }
    }

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
