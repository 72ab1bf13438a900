package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppTest {
    private static final String GROUP = "aws:autoscaling/group:Group";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    private final MockCloud cloud = new MockCloud(Map.of());

    @Test
    void everyPoolGetsWhatItsKindIsMadeOf() {
        up(cloud, Pools.ALL);
        assertThat(cloud.registered())
                .containsExactlyInAnyOrder(
                        "pulumiscale:alerts:Topic alerts",
                        "aws:kms/key:Key alerts",
                        "aws:sns/topic:Topic alerts",
                        "pulumiscale:alerts:Delivery alerts-delivery",
                        "aws:kms/keyPolicy:KeyPolicy alerts",
                        "aws:sns/topicPolicy:TopicPolicy alerts",
                        "pulumiscale:pool:Ec2 web",
                        "aws:ec2/launchTemplate:LaunchTemplate web",
                        GROUP + " web",
                        ALARM + " web-cpu-high",
                        ALARM + " web-cpu-low",
                        "pulumiscale:pool:Eks batch",
                        "aws:eks/nodeGroup:NodeGroup batch",
                        ALARM + " batch-cpu-high",
                        ALARM + " batch-cpu-low",
                        "pulumiscale:pool:Kubernetes workers",
                        DEPLOYMENT + " workers");
    }

    @Test
    void instancesAnswerToImdsV2Only() {
        up(cloud, Pools.ALL);
        assertThat(cloud.inputs("aws:ec2/launchTemplate:LaunchTemplate", "web"))
                .extractingByKey("metadataOptions", MAP)
                .containsEntry("httpTokens", "required");
    }

    @Test
    void aGroupHasItsBoundsItsInitialSizeAndDoesNotWaitForCapacity() {
        up(cloud, Pools.ALL);
        assertThat(cloud.inputs(GROUP, "web"))
                .containsEntry("minSize", 2.0)
                .containsEntry("maxSize", 8.0)
                .containsEntry("desiredCapacity", 3.0)
                .containsEntry("waitForCapacityTimeout", "0")
                .containsEntry("launchTemplate", Map.of("id", "web-id", "version", "7"));
    }

    @Test
    void aNodeGroupHasItsBoundsAndItsInitialSize() {
        up(cloud, Pools.ALL);
        assertThat(cloud.inputs("aws:eks/nodeGroup:NodeGroup", "batch"))
                .containsEntry("scalingConfig", Map.of("minSize", 1.0, "maxSize", 5.0, "desiredSize", 1.0));
    }

    @Test
    void aDeploymentTakesItsSizeBackAndDoesNotWaitForReadiness() {
        up(cloud, Pools.ALL);
        Map<String, Object> inputs = cloud.inputs(DEPLOYMENT, "workers");
        assertThat(inputs).extractingByKey("spec", MAP).containsEntry("replicas", 2.0);
        assertThat(inputs)
                .extractingByKey("metadata", MAP)
                .extractingByKey("annotations", MAP)
                .containsEntry("pulumi.com/patchForce", "true")
                .containsEntry("pulumi.com/skipAwait", "true");
    }

    @Test
    void bothAlarmsOfAPoolActOnTheTopicWhenTheyGoOffAndWhenTheyAreOver() {
        up(cloud, Pools.ALL);
        for (String alarm : List.of("web-cpu-high", "web-cpu-low", "batch-cpu-high", "batch-cpu-low")) {
            assertThat(cloud.inputs(ALARM, alarm))
                    .containsEntry("name", "pulumiscale-dev-" + alarm)
                    .containsEntry("alarmActions", List.of(MockCloud.TOPIC_ARN))
                    .containsEntry("okActions", List.of(MockCloud.TOPIC_ARN))
                    .containsEntry("insufficientDataActions", List.of(MockCloud.TOPIC_ARN));
        }
    }

    @Test
    void anAlarmWatchesTheGroupThatIsScaled() {
        up(cloud, Pools.ALL);
        assertThat(cloud.inputs(ALARM, "web-cpu-high"))
                .containsEntry("dimensions", Map.of("AutoScalingGroupName", "web-1234"))
                .containsEntry("comparisonOperator", "GreaterThanThreshold")
                .containsEntry("threshold", 70.0);
        assertThat(cloud.inputs(ALARM, "batch-cpu-low"))
                .containsEntry("dimensions", Map.of("AutoScalingGroupName", "eks-batch"))
                .containsEntry("comparisonOperator", "LessThanThreshold")
                .containsEntry("threshold", 30.0);
    }

    /** The SDK's {@code up()} throws after the update on an output that is an object or a list. */
    @Test
    void everyOutputIsAText() {
        TestResult result = up(cloud, Pools.ALL);
        assertThat(result.outputs()).containsOnlyKeys("sizes", "specifications", "topicArn");
        assertThat(output(result, "sizes")).isEqualTo("{\"batch\":1,\"web\":3,\"workers\":2}");
        assertThat(output(result, "specifications"))
                .isEqualTo(Remembered.json(Pools.read(Pools.ALL).digests()));
        assertThat(output(result, "topicArn")).isEqualTo(MockCloud.TOPIC_ARN);
    }

    @Test
    void aStackWithoutAPoolOnAwsHasNothingOnAws() {
        MockCloud other = new MockCloud(Map.of());
        TestResult result = up(other, Pools.json("workers:{%s}".formatted(Pools.WORKERS)));
        assertThat(other.registered())
                .containsExactlyInAnyOrder("pulumiscale:pool:Kubernetes workers", DEPLOYMENT + " workers");
        assertThat(result.outputs()).containsOnlyKeys("sizes", "specifications");
    }

    @Test
    void todaysSizesAreKept() {
        MockCloud later = new MockCloud(Pools.deployed(Pools.ALL, Map.of("web", 5, "batch", 4, "workers", 10)));
        TestResult result = up(later, Pools.ALL);
        assertThat(later.inputs(GROUP, "web")).containsEntry("desiredCapacity", 5.0);
        assertThat(output(result, "sizes")).isEqualTo("{\"batch\":4,\"web\":5,\"workers\":10}");
    }

    @Test
    void todaysSizesAreClampedToNewBounds() {
        MockCloud later = new MockCloud(Pools.deployed(Pools.ALL, Map.of("web", 9, "batch", 0, "workers", 10)));
        TestResult result = up(later, Pools.ALL);
        assertThat(output(result, "sizes")).isEqualTo("{\"batch\":1,\"web\":8,\"workers\":10}");
    }

    @Test
    void aNewPoolBeginsWithItsInitialSizeAndARemovedOneIsForgotten() {
        MockCloud later = new MockCloud(Pools.deployed(Pools.ALL, Map.of("old", 7)));
        assertThat(output(up(later, Pools.ALL), "sizes")).isEqualTo("{\"batch\":1,\"web\":3,\"workers\":2}");
    }

    @Test
    void aFaultyConfigurationRegistersNothing() {
        TestResult result = cloud.run(Pools.json("web:{kind:'ec2',min:1,mx:2}"), App::stack);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains("did you mean max?"));
        assertThat(cloud.registered()).isEmpty();
    }

    private static TestResult up(MockCloud cloud, String pools) {
        return cloud.run(pools, App::stack).throwOnError();
    }

    private static Object output(TestResult result, String name) {
        return PulumiTest.extractValue(result.output(name));
    }
}
