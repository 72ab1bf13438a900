package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scoped update may change the size only: where more would change, the digest differs, and the scaler refuses. */
class DigestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min:2 | min:1",
                "max:8 | max:9",
                "ami-0abcdef1234567890 | ami-0abcdef1234567891",
                "['subnet-1'] | ['subnet-2']",
                "kind:'ec2' | kind:'ec2',instanceType:'t3.large'",
                "kind:'ec2' | kind:'ec2',securityGroupIds:['sg-1']",
                "imageId:'ami-0abcdef1234567890' | imageParameter:'/images/web'",
                "kind:'ec2' | kind:'ec2',instanceProfile:'web'",
                "kind:'ec2' | kind:'ec2',keyName:'ops'",
                "kind:'ec2' | kind:'ec2',userData:'#!/bin/sh'",
                "kind:'ec2' | kind:'ec2',rootVolume:{size:30}",
                "kind:'ec2' | kind:'ec2',detailedMonitoring:false",
                "kind:'ec2' | kind:'ec2',groupName:'web'",
                "kind:'ec2' | kind:'ec2',healthCheckType:'ELB'",
                "kind:'ec2' | kind:'ec2',healthCheckGrace:'PT1M'",
                "kind:'ec2' | kind:'ec2',instanceRefresh:false",
                "kind:'ec2' | kind:'ec2',minHealthy:50",
                "kind:'ec2' | kind:'ec2',protectFromScaleIn:true",
                "kind:'ec2' | kind:'ec2',terminationPolicies:['OldestInstance']",
                "kind:'ec2' | kind:'ec2',tags:{'team':'a'}",
                "kind:'ec2' | kind:'ec2',targetGroupArns:["
                        + "'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1']"
            })
    void itChangesWithWhatIsProvisioned(String from, String to) {
        assertThat(digest(from, to)).isNotEqualTo(digest("", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initial:3 | initial:4",
                "kind:'ec2' | kind:'ec2',scaleOut:3",
                "kind:'ec2' | kind:'ec2',scaleIn:3",
                "kind:'ec2' | kind:'ec2',cpuHigh:90",
                "kind:'ec2' | kind:'ec2',cpuLow:10",
                "kind:'ec2' | kind:'ec2',instanceType:'t3.micro'",
                "kind:'ec2' | kind:'ec2',rules:[]",
                "kind:'ec2' | kind:'ec2',healthCheckType:'EC2',healthCheckGrace:'PT5M',instanceRefresh:true,"
                        + "minHealthy:90,protectFromScaleIn:false,detailedMonitoring:true"
            })
    void itDoesNotChangeWithStepsThresholdsAndWrittenDefaults(String from, String to) {
        assertThat(digest(from, to)).isEqualTo(digest("", ""));
    }

    /** So a changed rule takes effect within seconds, without {@code pulumi up}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooldownOut:'PT2M'",
                "cooldownIn:'PT2M'",
                "stabilization:'PT2M'",
                "maxStep:2",
                "maxStepPercent:50",
                "alertTtl:'PT2M'",
                "paused:'all'",
                "approvalAbove:2",
                "approvalAbove:2,approvalTtl:'PT2M'",
                "schedule:[{from:'0 8 * * *',until:'0 20 * * *',min:3,max:4}]"
            })
    void itDoesNotChangeWithTheScalingRules(String rule) {
        assertThat(Pools.digest("web", Pools.WEB + "," + rule)).isEqualTo(Pools.digest("web", Pools.WEB));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main | other",
                "role/nodes | role/more",
                "kind:'eks' | kind:'eks',instanceTypes:['m5.large']",
                "kind:'eks' | kind:'eks',nodeGroupName:'nodes'",
                "kind:'eks' | kind:'eks',amiType:'AL2023_ARM_64_STANDARD'",
                "kind:'eks' | kind:'eks',capacityType:'SPOT'",
                "kind:'eks' | kind:'eks',diskSize:40",
                "kind:'eks' | kind:'eks',labels:{'team':'a'}",
                "kind:'eks' | kind:'eks',taints:[{key:'team',effect:'NO_SCHEDULE'}]",
                "kind:'eks' | kind:'eks',maxUnavailable:2",
                "kind:'eks' | kind:'eks',maxUnavailablePercent:20",
                "kind:'eks' | kind:'eks',tags:{'team':'a'}"
            })
    void itChangesWithANodeGroup(String from, String to) {
        assertThat(Pools.digest("batch", Pools.BATCH.replace(from, to)))
                .isNotEqualTo(Pools.digest("batch", Pools.BATCH));
    }

    @Test
    void theOrderOfTagsMeansNothing() {
        assertThat(Pools.digest("web", Pools.WEB + ",tags:{'a':'1','b':'2'}"))
                .isEqualTo(Pools.digest("web", Pools.WEB + ",tags:{'b':'2','a':'1'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workers:1.0 | workers:1.1",
                "kind:'kubernetes' | kind:'kubernetes',namespace:'other'",
                "kind:'kubernetes' | kind:'kubernetes',command:['run']",
                "kind:'kubernetes' | kind:'kubernetes',args:['--fast']",
                "kind:'kubernetes' | kind:'kubernetes',env:{A:'b'}",
                "kind:'kubernetes' | kind:'kubernetes',ports:[8080]",
                "kind:'kubernetes' | kind:'kubernetes',resources:{requests:{cpu:'1'}}",
                "kind:'kubernetes' | kind:'kubernetes',resources:{limits:{memory:'1Gi'}}",
                "kind:'kubernetes' | kind:'kubernetes',labels:{team:'blue'}",
                "kind:'kubernetes' | kind:'kubernetes',serviceAccountName:'worker'",
                "kind:'kubernetes' | kind:'kubernetes',imagePullSecrets:['registry']"
            })
    void itChangesWithADeployment(String from, String to) {
        assertThat(Pools.digest("workers", Pools.WORKERS.replace(from, to)))
                .isNotEqualTo(Pools.digest("workers", Pools.WORKERS));
    }

    /** A rule is no part of the Deployment, and the order of a mapping says nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | rules:[{name:'Backlog',expr:'queue > 9'}]", "env:{A:'1',B:'2'} | env:{B:'2',A:'1'}"})
    void itDoesNotChangeWithADeploymentsRulesAndWithOrder(String one, String other) {
        assertThat(Pools.digest("workers", Pools.with(Pools.WORKERS, one)))
                .isEqualTo(Pools.digest("workers", Pools.with(Pools.WORKERS, other)));
    }

    private static String digest(String from, String to) {
        return Pools.digest("web", from.isEmpty() ? Pools.WEB : Pools.WEB.replace(from, to));
    }
}
