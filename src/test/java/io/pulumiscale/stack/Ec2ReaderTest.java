package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.stack.GroupSettings.InstanceRefresh;
import io.pulumiscale.stack.InstanceSettings.RootVolume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ec2ReaderTest {
    private static final String TARGETS = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/73e2";

    @Test
    void whatIsNotSaidHasADefault() {
        PoolSpec.Ec2 web = read("");
        assertThat(web.instances())
                .isEqualTo(new InstanceSettings(
                        "ami-0abcdef1234567890", "t3.micro", List.of(), "", "", "", RootVolume.AS_IN_THE_IMAGE, true));
        assertThat(web.group())
                .isEqualTo(new GroupSettings(
                        "",
                        List.of("subnet-1"),
                        List.of(),
                        "EC2",
                        300,
                        new InstanceRefresh(true, 90),
                        false,
                        List.of(),
                        Map.of()));
    }

    @Test
    void whatIsSaidIsRead() {
        PoolSpec.Ec2 web =
                read("instanceType:'m7g.large',securityGroupIds:['sg-1'],instanceProfile:'web',keyName:'ops',"
                        + "userData:'#!/bin/sh',rootVolume:{size:30,type:'gp2',kmsKeyId:'alias/disks',deviceName:'/dev/sda1'},"
                        + "detailedMonitoring:false,groupName:'web asg',targetGroupArns:['%s'],healthCheckType:'EC2',"
                                .formatted(TARGETS)
                        + "healthCheckGrace:'PT90S',minHealthy:50,protectFromScaleIn:true,"
                        + "terminationPolicies:['OldestLaunchTemplate','Default'],tags:{'team':'shop'}");
        assertThat(web.instances())
                .isEqualTo(new InstanceSettings(
                        "ami-0abcdef1234567890",
                        "m7g.large",
                        List.of("sg-1"),
                        "web",
                        "ops",
                        "#!/bin/sh",
                        new RootVolume(30, "gp2", true, "alias/disks", "/dev/sda1"),
                        false));
        assertThat(web.group())
                .isEqualTo(new GroupSettings(
                        "web asg",
                        List.of("subnet-1"),
                        List.of(TARGETS),
                        "EC2",
                        90,
                        new InstanceRefresh(true, 50),
                        true,
                        List.of("OldestLaunchTemplate", "Default"),
                        Map.of("team", "shop")));
    }

    @Test
    void behindALoadBalancerItsHealthChecksCount() {
        assertThat(read("targetGroupArns:['%s']".formatted(TARGETS)).group().healthCheckType())
                .isEqualTo("ELB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                "golden-image:7",
                "/shop/web:stable"
            })
    void anImageIsLookedUpByEc2AtEachLaunch(String parameter) {
        String pool = Pools.WEB.replace("imageId:'ami-0abcdef1234567890'", "imageParameter:'%s'".formatted(parameter));
        assertThat(read(pool, "").instances().imageId()).isEqualTo("resolve:ssm:" + parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "imageParameter:'/images/web' | imageId: means nothing with imageParameter",
                "instanceProfile:'a b' | instanceProfile: a b is not an instance profile's name or ARN",
                "keyName:7 | keyName: a text is needed, not 7",
                "rootVolume:30 | rootVolume: a mapping is needed, not 30",
                "rootVolume:{} | rootVolume.size: missing",
                "rootVolume:{size:0} | rootVolume.size: 0 is not between 1 and 16384",
                "rootVolume:{size:8,type:'io1'} | rootVolume.type: io1 is unknown, there is gp3, gp2",
                "rootVolume:{size:8,encrypted:'no'} | rootVolume.encrypted: true or false is needed, not \"no\"",
                "rootVolume:{size:8,encrypted:false,kmsKeyId:'k'} | rootVolume.kmsKeyId: means nothing where encrypted is false",
                "rootVolume:{size:8,deviceName:'sda'} | rootVolume.deviceName: sda is not a device such as /dev/sda1",
                "rootVolume:{size:8,sise:9} | rootVolume.sise: unknown, did you mean size?",
                "detailedMonitoring:1 | detailedMonitoring: true or false is needed, not 1",
                "groupName:'a:b' | groupName: a:b is not an Auto Scaling group's name",
                "targetGroupArns:['web'] | targetGroupArns: web is not a target group's ARN",
                "healthCheckType:'elb' | healthCheckType: elb is unknown, did you mean ELB?",
                "healthCheckGrace:'PT3H' | healthCheckGrace: PT3H is not between PT0S and PT2H",
                "instanceRefresh:false,minHealthy:50 | minHealthy: means nothing without instanceRefresh",
                "minHealthy:101 | minHealthy: 101 is not between 0 and 100",
                "terminationPolicies:['OldestInstances'] "
                        + "| terminationPolicies: OldestInstances is unknown, did you mean OldestInstance?",
                "tags:{'aws:x':'1'} | tags.aws:x: this key is not yours to set",
                "tags:{'pulumiscale:pool':'1'} | tags.pulumiscale:pool: this key is not yours to set",
                "tags:{'team':1} | tags.team: a text is needed, not 1"
            })
    void aFaultIsToldByItsPath(String entries, String fault) {
        assertThat(Pools.faults(entries)).containsExactly("pools.web." + fault);
    }

    @Test
    void userDataHasAnEnd() {
        assertThat(Pools.faults("userData:'%s'".formatted("x".repeat(16_384)))).isEmpty();
        assertThat(Pools.faults("userData:'%s'".formatted("x".repeat(16_385))))
                .containsExactly("pools.web.userData: has 16385 bytes; EC2 takes 16384");
    }

    private static PoolSpec.Ec2 read(String entries) {
        return read(Pools.WEB, entries);
    }

    private static PoolSpec.Ec2 read(String pool, String entries) {
        String all = entries.isEmpty() ? pool : pool + "," + entries;
        StackConfig config = Pools.read(Pools.json("web:{%s}".formatted(all)));
        return (PoolSpec.Ec2) config.spec("web").orElseThrow().settings();
    }
}
