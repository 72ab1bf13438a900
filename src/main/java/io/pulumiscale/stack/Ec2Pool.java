package io.pulumiscale.stack;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshPreferencesArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An EC2 Auto Scaling group and its launch template. */
final class Ec2Pool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Ec2";

    private final String pool;
    private final List<AlarmRule> rules;
    private final Group group;

    Ec2Pool(Pool pool, PoolSpec.Ec2 settings, int size) {
        super(TYPE, pool.name(), size);
        this.pool = pool.name();
        this.rules = settings.alarms();
        Map<String, String> tags = tags(pool, settings.group());
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(this).build();
        LaunchTemplate template =
                new LaunchTemplate(pool.name(), LaunchTemplates.of(settings.instances(), tags), child);
        group = new Group(pool.name(), group(pool, settings.group(), tags, size, template), child);
        registerOutputs(Map.of("groupName", group.name()));
    }

    @Override
    CustomResource scaled() {
        return group;
    }

    @Override
    void watchedBy(PoolAlarms alarms) {
        alarms.provision(pool, rules, group.name(), this);
    }

    private static Map<String, String> tags(Pool pool, GroupSettings settings) {
        Map<String, String> tags = new TreeMap<>(settings.tags());
        tags.put(TagsReader.POOL, pool.name());
        return tags;
    }

    private static GroupArgs group(
            Pool pool, GroupSettings settings, Map<String, String> tags, int size, LaunchTemplate template) {
        GroupArgs.Builder group = GroupArgs.builder()
                .minSize(pool.minSize())
                .maxSize(pool.maxSize())
                .desiredCapacity(size)
                .vpcZoneIdentifiers(settings.subnetIds())
                .launchTemplate(GroupLaunchTemplateArgs.builder()
                        .id(template.id())
                        .version(template.latestVersion().applyValue(String::valueOf))
                        .build())
                .healthCheckType(settings.healthCheckType())
                .healthCheckGracePeriod(settings.healthCheckGrace())
                .protectFromScaleIn(settings.protectFromScaleIn())
                .waitForCapacityTimeout("0") // readiness is watched outside the stack's lock
                .tags(tags.entrySet().stream().map(Ec2Pool::tag).toList());
        optional(group, settings);
        return group.build();
    }

    private static void optional(GroupArgs.Builder group, GroupSettings settings) {
        if (!settings.name().isEmpty()) {
            group.name(settings.name());
        }
        if (!settings.targetGroupArns().isEmpty()) {
            group.targetGroupArns(settings.targetGroupArns());
        }
        if (!settings.terminationPolicies().isEmpty()) {
            group.terminationPolicies(settings.terminationPolicies());
        }
        if (settings.instanceRefresh().onChange()) {
            group.instanceRefresh(GroupInstanceRefreshArgs.builder()
                    .strategy("Rolling")
                    .preferences(GroupInstanceRefreshPreferencesArgs.builder()
                            .minHealthyPercentage(settings.instanceRefresh().minHealthy())
                            .build())
                    .build());
        }
    }

    private static GroupTagArgs tag(Map.Entry<String, String> tag) {
        return GroupTagArgs.builder()
                .key(tag.getKey())
                .value(tag.getValue())
                .propagateAtLaunch(true)
                .build();
    }
}
