package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.ALARM;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.NODES;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsLifecycleTest extends CloudTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String ALARM_INPUTS =
            "{name:high, comparisonOperator:GreaterThanThreshold, evaluationPeriods:1, metricName:CPU, statistic:Average}";

    @Test
    void idsAndArnsAreLikeTheRealOnes() {
        var topic = aws.create(TOPIC, "alerts", "{name:alerts}");
        assertThat(topic.getId()).isEqualTo("arn:aws:sns:us-east-1:123456789012:alerts");

        assertThat(aws.create(ALARM, "high", ALARM_INPUTS).getId()).isEqualTo("high");
        assertThat(arn(ALARM, "high")).isEqualTo("arn:aws:cloudwatch:us-east-1:123456789012:alarm:high");

        assertThat(aws.create(TEMPLATE, "web", "{name:web}").getId()).matches("lt-0[0-9a-f]{16}");

        assertThat(aws.create(GROUP, "web", CloudClient.group(1, 8, 3)).getId()).isEqualTo("web");
        assertThat(arn(GROUP, "web"))
                .matches("arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:" + UUID
                        + ":autoScalingGroupName/web");

        assertThat(aws.create(NODES, "ng", nodes(1, 5, 2)).getId()).isEqualTo("main:ng");
        assertThat(arn(NODES, "ng")).matches("arn:aws:eks:us-east-1:123456789012:nodegroup/main/ng/" + UUID);
    }

    @Test
    void theRegionIsTheProvidersAndEachConnectionHasItsOwn() {
        aws.configure("{region:'eu-west-1'}");
        try (var other = CloudClient.aws(cloud)) {
            other.configure("{region:'cn-north-1'}");
            assertThat(other.create(TOPIC, "alerts", "{name:alerts}").getId())
                    .isEqualTo("arn:aws-cn:sns:cn-north-1:123456789012:alerts");
        }
        assertThat(aws.create(TOPIC, "alerts", "{name:alerts}").getId())
                .isEqualTo("arn:aws:sns:eu-west-1:123456789012:alerts");
    }

    @Test
    void defaultsAndComputedPropertiesComeBack() {
        var group = Wire.read(aws.create(
                        GROUP, "web", "{name:web, minSize:2, maxSize:4, launchConfiguration:lc, availabilityZones:[a]}")
                .getProperties());
        assertThat(group)
                .containsEntry("desiredCapacity", 2)
                .containsEntry("healthCheckType", "EC2")
                .containsEntry("minSize", 2);
    }

    @Test
    void anUpdateChangesOnlyWhatTheProgramChanged() {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        cloud.setProperty(GROUP, "web", "maxSize", 20);
        aws.update(GROUP, "web", CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 5));
        assertThat(cloud.property(GROUP, "web", "desiredCapacity")).contains(5);
        assertThat(cloud.property(GROUP, "web", "maxSize")).contains(20);
        assertThat(cloud.operations())
                .last()
                .matches(
                        last -> last.kind() == OperationKind.UPDATE && last.at().equals(NOW))
                .extracting(Operation::changed)
                .isEqualTo(Map.of("desiredCapacity", 5));
    }

    @Test
    void sizesOutsideTheBoundsAreRefusedInTheServicesWords() {
        assertThatThrownBy(() -> aws.create(GROUP, "web", CloudClient.group(1, 8, 9)))
                .hasMessage("UNKNOWN: ValidationError: Desired capacity:9 must be between the specified min size:1"
                        + " and max size:8");
        assertThatThrownBy(() -> aws.create(GROUP, "web", CloudClient.group(5, 2, 3)))
                .hasMessageContaining("Max bound, 2, must be greater than or equal to min bound, 5");
        assertThatThrownBy(() -> aws.create(NODES, "ng", nodes(1, 5, 6)))
                .hasMessageContaining("InvalidParameterException: desired capacity 6 can't be greater than max size 5");
        assertThatThrownBy(() -> aws.create(NODES, "ng", nodes(3, 5, 2)))
                .hasMessageContaining("Minimum capacity 3 can't be greater than desired size 2");
        assertThat(cloud.resources()).isEmpty();
        assertThat(cloud.operations()).extracting(Operation::kind).containsOnly(OperationKind.FAILED);
    }

    @Test
    void anUpdateThatIsRefusedChangesNothing() {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        assertThatThrownBy(() -> aws.update(GROUP, "web", CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 9)))
                .hasMessageContaining("Desired capacity:9");
        assertThat(cloud.property(GROUP, "web", "desiredCapacity")).contains(3);
    }

    @Test
    void aGroupFollowsNewBoundsWhenItsSizeIsNotSet() {
        var before = CloudClient.group(1, 8, 3).replace("desiredCapacity:3, ", "");
        aws.create(GROUP, "web", before);
        aws.update(GROUP, "web", before, before.replace("minSize:1", "minSize:4"));
        assertThat(cloud.property(GROUP, "web", "desiredCapacity")).contains(4);
    }

    @Test
    void eachChangeOfALaunchTemplateIsAVersion() {
        var id = aws.create(TEMPLATE, "web", "{name:web, instanceType:a}").getId();
        var updated = aws.update(TEMPLATE, id, "{name:web, instanceType:a}", "{name:web, instanceType:b}");
        assertThat(updated).containsEntry("latestVersion", 2).containsEntry("defaultVersion", 1);
        var tagged = aws.update(TEMPLATE, id, "{name:web, instanceType:b}", "{name:web, instanceType:b, tags:{a:b}}");
        assertThat(tagged).containsEntry("latestVersion", 2).containsEntry("tagsAll", Map.of("a", "b"));
        var latest = aws.update(
                TEMPLATE,
                id,
                "{name:web, instanceType:b, tags:{a:b}}",
                "{name:web, instanceType:c, tags:{a:b}, updateDefaultVersion:true}");
        assertThat(latest).containsEntry("latestVersion", 3).containsEntry("defaultVersion", 3);
    }

    @Test
    void twoOfOneNameAreRefused() {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        assertThatThrownBy(() -> aws.create(GROUP, "other", CloudClient.group(1, 8, 3)))
                .hasMessageContaining("AlreadyExists: AutoScalingGroup by this name already exists");
        aws.create(TEMPLATE, "web", "{name:web}");
        assertThatThrownBy(() -> aws.create(TEMPLATE, "other", "{name:web}"))
                .hasMessageContaining("InvalidLaunchTemplateName.AlreadyExistsException");
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        aws.delete(GROUP, "web");
        aws.delete(GROUP, "web");
        assertThat(cloud.find(GROUP, "web")).isEmpty();
        assertThat(aws.read(GROUP, "web", "{}").getId()).isEmpty();
        assertThatThrownBy(() -> aws.update(GROUP, "web", CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 4)))
                .hasMessageContaining("does not exist");
        assertThat(cloud.operations())
                .extracting(Operation::kind)
                .startsWith(OperationKind.CREATE, OperationKind.DELETE);
    }

    @Test
    void functionsAnswerAndUnknownOnesDoNot() {
        assertThat(aws.invoke("aws:index/getCallerIdentity:getCallerIdentity", "{}"))
                .containsEntry("accountId", "123456789012");
        assertThat(aws.invoke("aws:ssm/getParameter:getParameter", "{name:'/aws/ami'}"))
                .containsEntry("arn", "arn:aws:ssm:us-east-1:123456789012:parameter/aws/ami");
        assertThatThrownBy(() -> aws.invoke("aws:ec2/getAmi:getAmi", "{}")).hasMessageContaining("no function");
    }

    private static String nodes(int min, int max, int desired) {
        return "{nodeGroupName:ng, clusterName:main, nodeRoleArn:r, subnetIds:[a], scalingConfig:{minSize:" + min
                + ", maxSize:" + max + ", desiredSize:" + desired + "}}";
    }

    private String arn(String type, String name) {
        return cloud.property(type, name, "arn").orElseThrow().toString();
    }
}
