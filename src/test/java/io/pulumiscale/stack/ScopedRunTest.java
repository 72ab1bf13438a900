package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import io.pulumiscale.model.Resize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopedRunTest {
    private static final Map<String, Integer> SIZES = Map.of("web", 3, "batch", 1, "workers", 2);
    private static final Map<String, String> DEPLOYED = Pools.deployed(Pools.ALL, SIZES);
    private static final String GROUP = "aws:autoscaling/group:Group";

    private final MockCloud cloud = new MockCloud(DEPLOYED);

    @Test
    void onlyItsOwnPoolsAndWhatAllShareAreRegistered() {
        run(Pools.ALL, resize("web", 3, 5));
        assertThat(cloud.registered())
                .containsExactlyInAnyOrder(
                        "pulumiscale:alerts:Topic alerts",
                        "aws:kms/key:Key alerts",
                        "aws:sns/topic:Topic alerts",
                        "pulumiscale:pool:Ec2 web",
                        "aws:ec2/launchTemplate:LaunchTemplate web",
                        GROUP + " web",
                        "aws:cloudwatch/metricAlarm:MetricAlarm web-cpu-high",
                        "aws:cloudwatch/metricAlarm:MetricAlarm web-cpu-low");
        assertThat(cloud.inputs(GROUP, "web")).containsEntry("desiredCapacity", 5.0);
    }

    @Test
    void aPoolWithoutAlarmsNeedsNothingThatIsShared() {
        TestResult result = run(Pools.ALL, resize("workers", 2, 3));
        assertThat(cloud.registered())
                .containsExactlyInAnyOrder(
                        "pulumiscale:pool:Kubernetes workers", "kubernetes:apps/v1:Deployment workers");
        assertThat(output(result, "topicArn")).isEqualTo(MockCloud.TOPIC_ARN);
    }

    /** The token is not even in its configuration. */
    @Test
    void howAlarmsAreDeliveredIsNoneOfItsBusiness() {
        Map<String, String> config = Map.of(
                "pulumiscale:pools", Pools.ALL,
                "pulumiscale:endpoint", "http://not.even.good",
                "pulumiscale:alerts", "7");
        cloud.run(config, new ScopedRun(List.of(resize("web", 3, 5)))).throwOnError();
        assertThat(cloud.registered())
                .contains(GROUP + " web")
                .noneMatch(resource -> resource.contains("Delivery")
                        || resource.contains("Policy")
                        || resource.contains("Subscription")
                        || resource.contains("sqs"));
    }

    @Test
    void apartFromTheSizeItMakesWhatTheWholeProgramMakes() {
        run(Pools.ALL, resize("web", 3, 5), resize("batch", 1, 2), resize("workers", 2, 3));
        MockCloud whole = new MockCloud(Pools.deployed(Pools.ALL, Map.of("web", 5, "batch", 2, "workers", 3)));
        whole.run(Pools.ALL, App::stack).throwOnError();
        for (String resource : cloud.registered()) {
            String type = resource.split(" ", -1)[0];
            String name = resource.split(" ", -1)[1];
            assertThat(cloud.inputs(type, name)).as(resource).isEqualTo(whole.inputs(type, name));
        }
    }

    @Test
    void allOutputsAreExportedAgainBecauseExportsReplaceThem() {
        TestResult result = run(Pools.ALL, resize("web", 3, 5), resize("workers", 2, 1));
        assertThat(output(result, "sizes")).isEqualTo("{\"batch\":1,\"web\":5,\"workers\":1}");
        assertThat(output(result, "specifications")).isEqualTo(DEPLOYED.get("specifications"));
        assertThat(output(result, "topicArn")).isEqualTo(MockCloud.TOPIC_ARN);
    }

    @Test
    void afterASuccessNothingWasRefused() {
        ScopedRun run = new ScopedRun(List.of(resize("web", 3, 5)));
        cloud.run(Pools.ALL, run).throwOnError();
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aMovedBaseIsRefusedBeforeAnythingIsRegistered() {
        assertThat(refused(Pools.ALL, resize("workers", 2, 3), resize("web", 4, 6)))
                .isEqualTo(new Refusal.BaseMoved(Remembered.of(DEPLOYED), "web was decided from 4 and is 3"));
        assertThat(cloud.registered()).isEmpty();
    }

    @Test
    void anotherSpecificationIsRefusedBeforeAnythingIsRegistered() {
        String newer = Pools.ALL.replace("ami-0abcdef1234567890", "ami-0abcdef1234567891");
        Refusal refusal = refused(newer, resize("web", 3, 5));
        assertThat(refusal).isInstanceOf(Refusal.Stale.class);
        assertThat(refusal.reason()).contains("another configuration of web than this scaler has", "pulumi up");
        assertThat(cloud.registered()).isEmpty();
    }

    @Test
    void anotherSpecificationOfAnotherPoolIsNoHindrance() {
        String newer = Pools.ALL.replace("ami-0abcdef1234567890", "ami-0abcdef1234567891");
        run(newer, resize("workers", 2, 3));
        assertThat(cloud.registered()).contains("kubernetes:apps/v1:Deployment workers");
    }

    @Test
    void aPoolThatIsNoLongerConfiguredIsStale() {
        String without = Pools.json("workers:{%s}".formatted(Pools.WORKERS));
        assertThat(refused(without, resize("web", 3, 5))).isInstanceOf(Refusal.Stale.class);
        assertThat(cloud.registered()).isEmpty();
    }

    @Test
    void onAStackThatWasNeverDeployedEverythingIsStale() {
        ScopedRun run = new ScopedRun(List.of(resize("web", 3, 5)));
        MockCloud empty = new MockCloud(Map.of());
        assertThat(empty.run(Pools.ALL, run).exitCode()).isNotZero();
        assertThat(run.refusal()).containsInstanceOf(Refusal.Stale.class);
        assertThat(empty.registered()).isEmpty();
    }

    private TestResult run(String pools, Resize... resizes) {
        return cloud.run(pools, new ScopedRun(List.of(resizes))).throwOnError();
    }

    private Refusal refused(String pools, Resize... resizes) {
        ScopedRun run = new ScopedRun(List.of(resizes));
        assertThat(cloud.run(pools, run).exitCode()).isNotZero();
        return run.refusal().orElseThrow();
    }

    private static Resize resize(String pool, int from, int to) {
        return new Resize(pool, from, to, "", List.of());
    }

    private static Object output(TestResult result, String name) {
        return PulumiTest.extractValue(result.output(name));
    }
}
