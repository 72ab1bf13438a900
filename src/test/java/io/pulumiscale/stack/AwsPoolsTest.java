package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pools on AWS are made of. */
class AwsPoolsTest {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String GROUP = "aws:autoscaling/group:Group";
    private static final String NODES = "aws:eks/nodeGroup:NodeGroup";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String TARGETS = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/73e2";

    private final MockCloud cloud = new MockCloud(Map.of());

    @Test
    void aPlainGroupHasSaneDefaults() {
        up("web", Pools.WEB);
        assertThat(cloud.inputs(TEMPLATE, "web"))
                .containsEntry("imageId", "ami-0abcdef1234567890")
                .containsEntry("monitoring", Map.of("enabled", true))
                .containsEntry("metadataOptions", Map.of("httpEndpoint", "enabled", "httpTokens", "required"))
                .doesNotContainKeys("iamInstanceProfile", "keyName", "userData", "blockDeviceMappings");
        assertThat(cloud.inputs(GROUP, "web"))
                .containsEntry("healthCheckType", "EC2")
                .containsEntry("healthCheckGracePeriod", 300.0)
                .containsEntry("protectFromScaleIn", false)
                .containsEntry(
                        "instanceRefresh",
                        Map.of("strategy", "Rolling", "preferences", Map.of("minHealthyPercentage", 90.0)))
                .containsEntry("tags", List.of(tag("pulumiscale:pool", "web")))
                .doesNotContainKeys("name", "targetGroupArns", "terminationPolicies");
    }

    @Test
    void everythingThatIsConfiguredIsInTheTemplate() {
        up(
                "web",
                Pools.WEB + ",instanceProfile:'web',keyName:'ops',userData:'#!/bin/sh',detailedMonitoring:false,"
                        + "securityGroupIds:['sg-1'],tags:{'team':'shop'},rootVolume:{size:30,kmsKeyId:'alias/disks'}");
        assertThat(cloud.inputs(TEMPLATE, "web"))
                .containsEntry("iamInstanceProfile", Map.of("name", "web"))
                .containsEntry("keyName", "ops")
                .containsEntry("userData", "IyEvYmluL3No")
                .containsEntry("monitoring", Map.of("enabled", false))
                .containsEntry("vpcSecurityGroupIds", List.of("sg-1"))
                .containsEntry("tags", Map.of("team", "shop", "pulumiscale:pool", "web"))
                .containsEntry(
                        "tagSpecifications",
                        List.of(Map.of(
                                "resourceType", "volume", "tags", Map.of("team", "shop", "pulumiscale:pool", "web"))))
                .containsEntry(
                        "blockDeviceMappings",
                        List.of(Map.of(
                                "deviceName",
                                "/dev/xvda",
                                "ebs",
                                Map.of(
                                        "volumeSize", 30.0,
                                        "volumeType", "gp3",
                                        "encrypted", "true",
                                        "kmsKeyId", "alias/disks",
                                        "deleteOnTermination", "true"))));
    }

    @Test
    void aProfileMayBeAnArn() {
        String arn = "arn:aws:iam::123456789012:instance-profile/web";
        up("web", Pools.WEB + ",instanceProfile:'%s'".formatted(arn));
        assertThat(cloud.inputs(TEMPLATE, "web")).containsEntry("iamInstanceProfile", Map.of("arn", arn));
    }

    @Test
    void everythingThatIsConfiguredIsInTheGroup() {
        up(
                "web",
                Pools.WEB + ",groupName:'web-asg',targetGroupArns:['%s'],healthCheckGrace:'PT2M',".formatted(TARGETS)
                        + "instanceRefresh:false,protectFromScaleIn:true,terminationPolicies:['OldestInstance'],"
                        + "tags:{'team':'shop','app':'web'}");
        assertThat(cloud.inputs(GROUP, "web"))
                .containsEntry("name", "web-asg")
                .containsEntry("targetGroupArns", List.of(TARGETS))
                .containsEntry("healthCheckType", "ELB")
                .containsEntry("healthCheckGracePeriod", 120.0)
                .containsEntry("protectFromScaleIn", true)
                .containsEntry("terminationPolicies", List.of("OldestInstance"))
                .containsEntry("tags", List.of(tag("app", "web"), tag("pulumiscale:pool", "web"), tag("team", "shop")))
                .doesNotContainKey("instanceRefresh");
    }

    @Test
    void whatIsNotConfiguredOfANodeGroupIsLeftToEks() {
        up("batch", Pools.BATCH);
        assertThat(cloud.inputs(NODES, "batch"))
                .containsOnlyKeys("clusterName", "nodeRoleArn", "subnetIds", "instanceTypes", "scalingConfig", "tags");
    }

    @Test
    void everythingThatIsConfiguredIsInTheNodeGroup() {
        up(
                "batch",
                Pools.BATCH
                        + ",nodeGroupName:'batch',amiType:'AL2023_ARM_64_STANDARD',capacityType:'SPOT',diskSize:40,"
                        + "labels:{'team':'shop'},maxUnavailablePercent:25,tags:{'team':'shop'},"
                        + "taints:[{key:'batch',effect:'NO_SCHEDULE'},{key:'team',value:'shop',effect:'NO_EXECUTE'}]");
        assertThat(cloud.inputs(NODES, "batch"))
                .containsEntry("nodeGroupName", "batch")
                .containsEntry("amiType", "AL2023_ARM_64_STANDARD")
                .containsEntry("capacityType", "SPOT")
                .containsEntry("diskSize", 40.0)
                .containsEntry("labels", Map.of("team", "shop"))
                .containsEntry("updateConfig", Map.of("maxUnavailablePercentage", 25.0))
                .containsEntry("tags", Map.of("team", "shop", "pulumiscale:pool", "batch"))
                .containsEntry(
                        "taints",
                        List.of(
                                Map.of("key", "batch", "effect", "NO_SCHEDULE"),
                                Map.of("key", "team", "value", "shop", "effect", "NO_EXECUTE")));
    }

    @Test
    void anAlarmIsMadeOfEveryRule() {
        up(
                "web",
                Pools.WEB
                        + ",rules:[{name:'backlog',namespace:'AWS/SQS',metric:'Visible',dimensions:{'QueueName':'jobs'},"
                        + "statistic:'Maximum',comparison:'GreaterThanThreshold',threshold:1000,periods:5,datapoints:3,"
                        + "period:'PT2M',treatMissingData:'notBreaching',action:'percent',value:50},"
                        + "{name:'slow',metric:'Latency',statistic:'p99',comparison:'LessThanThreshold',threshold:0.5,"
                        + "action:'scaleIn'}]");
        assertThat(cloud.registered())
                .filteredOn(resource -> resource.startsWith(ALARM))
                .hasSize(2);
        assertThat(cloud.inputs(ALARM, "web-backlog"))
                .containsEntry("name", "pulumiscale-dev-web-backlog")
                .containsEntry("alarmDescription", "web: Maximum Visible above 1000 in 3 of 5 periods of 120 s")
                .containsEntry("namespace", "AWS/SQS")
                .containsEntry("metricName", "Visible")
                .containsEntry("dimensions", Map.of("QueueName", "jobs"))
                .containsEntry("statistic", "Maximum")
                .containsEntry("comparisonOperator", "GreaterThanThreshold")
                .containsEntry("threshold", 1000.0)
                .containsEntry("evaluationPeriods", 5.0)
                .containsEntry("datapointsToAlarm", 3.0)
                .containsEntry("period", 120.0)
                .containsEntry("treatMissingData", "notBreaching")
                .containsEntry("alarmActions", List.of(MockCloud.TOPIC_ARN))
                .containsEntry("okActions", List.of(MockCloud.TOPIC_ARN))
                .containsEntry("insufficientDataActions", List.of(MockCloud.TOPIC_ARN));
        assertThat(cloud.inputs(ALARM, "web-slow"))
                .containsEntry("dimensions", Map.of("AutoScalingGroupName", "web-1234"))
                .containsEntry("extendedStatistic", "p99")
                .containsEntry("alarmDescription", "web: p99 Latency below 0.5 in 3 of 3 periods of 60 s")
                .doesNotContainKeys("statistic", "datapointsToAlarm");
    }

    @Test
    void anExpressionIsAQueryOfItsMetrics() {
        up(
                "web",
                Pools.WEB + ",rules:[{name:'load',expression:'backlog / hosts',comparison:'GreaterThanThreshold',"
                        + "threshold:10,action:'scaleOut',metrics:{backlog:{namespace:'AWS/SQS',metric:'Visible',"
                        + "dimensions:{'QueueName':'jobs'}},hosts:{namespace:'AWS/AutoScaling',metric:'InService'}}}]");
        assertThat(cloud.inputs(ALARM, "web-load"))
                .containsEntry(
                        "metricQueries",
                        List.of(
                                Map.of("id", "result", "expression", "backlog / hosts", "returnData", true),
                                Map.of(
                                        "id",
                                        "backlog",
                                        "metric",
                                        Map.of(
                                                "namespace", "AWS/SQS",
                                                "metricName", "Visible",
                                                "dimensions", Map.of("QueueName", "jobs"),
                                                "stat", "Average",
                                                "period", 60.0)),
                                Map.of(
                                        "id",
                                        "hosts",
                                        "metric",
                                        Map.of(
                                                "namespace", "AWS/AutoScaling",
                                                "metricName", "InService",
                                                "dimensions", Map.of("AutoScalingGroupName", "web-1234"),
                                                "stat", "Average",
                                                "period", 60.0))))
                .doesNotContainKeys("metricName", "namespace", "dimensions", "period", "statistic");
    }

    private static Map<String, Object> tag(String key, String value) {
        return Map.of("key", key, "value", value, "propagateAtLaunch", true);
    }

    private void up(String name, String pool) {
        cloud.run(Pools.json("%s:{%s}".formatted(name, pool)), App::stack).throwOnError();
    }
}
