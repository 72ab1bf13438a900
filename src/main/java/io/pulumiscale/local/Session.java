package io.pulumiscale.local;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One engine's connection for one provider resource. Several share a port (two stacks at once, or two
 * {@code aws.Provider}s of different regions in one), and each has its own configuration.
 */
final class Session {
    private static final Attributes.Key<Session> OF_CONNECTION = Attributes.Key.create("session");
    private static final Context.Key<Session> OF_CALL = Context.key("session");

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Account account;

    private Session(Account account) {
        this.account = account;
    }

    static Session current() {
        return Objects.requireNonNull(OF_CALL.get(), "outside a call");
    }

    Account account() {
        return account;
    }

    void use(Account configured) {
        account = configured;
    }

    /** The engine was interrupted: whoever waits gives up. */
    void cancel() {
        cancelled.countDown();
    }

    void pause(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            if (cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CloudRefusal(Status.Code.CANCELLED, "the operation was cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudRefusal(Status.Code.UNAVAILABLE, "the embedded cloud is stopping");
        }
    }

    /** Gives each new connection a session. */
    static ServerTransportFilter perConnection(Account account) {
        return new ServerTransportFilter() {
            @Override
            public Attributes transportReady(Attributes attributes) {
                return attributes.toBuilder()
                        .set(OF_CONNECTION, new Session(account))
                        .build();
            }
        };
    }

    /** Makes the connection's session the call's. */
    static ServerInterceptor perCall() {
        return new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                var session = call.getAttributes().get(OF_CONNECTION);
                return Contexts.interceptCall(Context.current().withValue(OF_CALL, session), call, headers, next);
            }
        };
    }
}
