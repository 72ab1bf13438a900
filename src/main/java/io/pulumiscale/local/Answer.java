package io.pulumiscale.local;

import com.google.protobuf.Any;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** The edge at which results and refusals become answers of the protocol. */
final class Answer {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    private Answer() {}

    static <T> void with(StreamObserver<T> observer, Supplier<T> answer) {
        try {
            observer.onNext(answer.get());
            observer.onCompleted();
        } catch (PartialFailure e) {
            observer.onError(initFailed(e));
        } catch (CloudRefusal e) {
            observer.onError(
                    Status.fromCode(e.code()).withDescription(e.getMessage()).asRuntimeException());
        } catch (RuntimeException e) {
            LOG.error("The embedded cloud failed", e);
            observer.onError(Status.INTERNAL
                    .withDescription("the embedded cloud failed: " + e)
                    .asRuntimeException());
        }
    }

    private static StatusRuntimeException initFailed(PartialFailure failure) {
        var detail = ErrorResourceInitFailed.newBuilder()
                .setId(failure.id())
                .setProperties(Wire.write(failure.properties()))
                .setInputs(Wire.write(failure.inputs()))
                .addReasons(String.valueOf(failure.getMessage()))
                .build();
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.UNKNOWN.value())
                .setMessage(String.valueOf(failure.getMessage()))
                .addDetails(Any.pack(detail))
                .build());
    }
}
