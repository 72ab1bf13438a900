package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.ErrorResourceInitFailed;

class FaultsTest extends CloudTest {

    @Test
    void theNextOneFailsAndNothingIsDone() {
        cloud.faults().failNext(Match.any(), "InternalFailure: sorry");
        assertThatThrownBy(() -> topic("a")).hasMessage("UNKNOWN: InternalFailure: sorry");
        assertThat(cloud.resources()).isEmpty();
        assertThat(cloud.operations())
                .singleElement()
                .extracting(Operation::kind, Operation::name, Operation::detail)
                .containsExactly(OperationKind.FAILED, "a", "InternalFailure: sorry");
        topic("a");
        assertThat(cloud.resources()).hasSize(1);
    }

    @Test
    void aFaultIsForWhatItMatches() {
        cloud.faults().failNext(Match.of(TOPIC, "b").on(OperationKind.CREATE), "no b");
        cloud.faults().failNext(Match.name("a").on(OperationKind.DELETE), "no deletion");
        cloud.faults().failNext(Match.type(GROUP), "no groups");
        cloud.faults().failNext(Match.name("program-c"), "no c");
        topic("a");
        assertThatThrownBy(() -> topic("b")).hasMessageContaining("no b");
        topic("b");
        assertThatThrownBy(() -> aws.create(GROUP, "web", CloudClient.group(1, 8, 3)))
                .hasMessageContaining("no groups");
        assertThatThrownBy(() -> topic("c")).hasMessageContaining("no c");
        assertThatThrownBy(() -> aws.delete(TOPIC, "arn:aws:sns:us-east-1:123456789012:a"))
                .hasMessageContaining("no deletion");
    }

    @Test
    void whatIsTakenBackDoesNotHappen() {
        cloud.faults().failNext(Match.any(), "no");
        cloud.faults().clear();
        topic("a");
        assertThat(cloud.resources()).hasSize(1);
    }

    @Test
    void aSlowOperationTakesItsTimeEveryTime() {
        cloud.faults().slow(Match.type(TOPIC), Duration.ofMillis(80));
        assertThat(timed(() -> topic("a"))).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(timed(() -> topic("b"))).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        assertThat(cloud.faults().slowed()).isEqualTo(2);
    }

    @Test
    void aThrottledOperationIsTriedAgainByTheProvider() {
        cloud.faults().throttleOnce(Match.any());
        assertThat(timed(() -> topic("a"))).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        topic("b");
        assertThat(cloud.operations())
                .extracting(Operation::kind)
                .containsExactly(OperationKind.THROTTLED, OperationKind.CREATE, OperationKind.CREATE);
    }

    @Test
    void anUpdateThatIsAppliedButDoesNotGetReadySaysWhatThereIs() throws InvalidProtocolBufferException {
        kubernetes.create(DEPLOYMENT, "api", CloudClient.deployment(3, ""));
        cloud.faults().failNextAfterApplying(Match.name("api"), "2 of 5 pods are not ready");
        var error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> kubernetes.update(
                        DEPLOYMENT, "apps/api", CloudClient.deployment(3, ""), CloudClient.deployment(5, "")));
        var detail = StatusProto.fromThrowable(error).getDetails(0).unpack(ErrorResourceInitFailed.class);
        assertThat(detail.getId()).isEqualTo("apps/api");
        assertThat(detail.getReasonsList()).containsExactly("2 of 5 pods are not ready");
        assertThat(Tree.at(Wire.read(detail.getProperties()), "spec.replicas")).contains(5);
        assertThat(cloud.property(DEPLOYMENT, "api", "spec.replicas")).contains(5);
        assertThat(cloud.operations())
                .extracting(Operation::kind)
                .containsExactly(OperationKind.CREATE, OperationKind.UPDATE, OperationKind.FAILED);
    }

    @Test
    void anInterruptedEngineDoesNotWaitForASlowOperation() {
        cloud.faults().slow(Match.any(), Duration.ofMinutes(5));
        var creating = CompletableFuture.runAsync(() -> topic("a"));
        await().pollDelay(Duration.ofMillis(100)).until(() -> {
            aws.cancel();
            return creating.isDone();
        });
        assertThatThrownBy(creating::join).hasMessageContaining("the operation was cancelled");
        assertThat(cloud.resources()).isEmpty();
    }

    private void topic(String name) {
        aws.create(TOPIC, "program-" + name, "{name:" + name + "}");
    }

    private static Duration timed(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
