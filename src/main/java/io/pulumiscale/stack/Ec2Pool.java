package io.pulumiscale.stack;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import java.util.Map;

/** An EC2 Auto Scaling group and its launch template. */
final class Ec2Pool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Ec2";

    private final String pool;
    private final PoolSpec.CpuAlarms cpu;
    private final Group group;

    Ec2Pool(Pool pool, PoolSpec.Ec2 settings, int size) {
        super(TYPE, pool.name(), size);
        this.pool = pool.name();
        this.cpu = settings.cpu();
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(this).build();
        LaunchTemplate template = new LaunchTemplate(pool.name(), template(settings), child);
        group = new Group(pool.name(), group(pool, settings, size, template), child);
        registerOutputs(Map.of("groupName", group.name()));
    }

    @Override
    CustomResource scaled() {
        return group;
    }

    @Override
    void watchedBy(CpuAlarms alarms) {
        alarms.provision(pool, cpu, group.name(), this);
    }

    private static LaunchTemplateArgs template(PoolSpec.Ec2 settings) {
        return LaunchTemplateArgs.builder()
                .imageId(settings.imageId())
                .instanceType(settings.instanceType())
                .vpcSecurityGroupIds(settings.securityGroupIds())
                .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                        .httpEndpoint("enabled")
                        .httpTokens("required") // IMDSv2 only
                        .build())
                .build();
    }

    private static GroupArgs group(Pool pool, PoolSpec.Ec2 settings, int size, LaunchTemplate template) {
        return GroupArgs.builder()
                .minSize(pool.minSize())
                .maxSize(pool.maxSize())
                .desiredCapacity(size)
                .vpcZoneIdentifiers(settings.subnetIds())
                .launchTemplate(GroupLaunchTemplateArgs.builder()
                        .id(template.id())
                        .version(template.latestVersion().applyValue(String::valueOf))
                        .build())
                .waitForCapacityTimeout("0") // readiness is watched outside the stack's lock
                .tags(GroupTagArgs.builder()
                        .key("pulumiscale:pool")
                        .value(pool.name())
                        .propagateAtLaunch(true)
                        .build())
                .build();
    }
}
