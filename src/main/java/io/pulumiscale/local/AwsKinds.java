package io.pulumiscale.local;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * The AWS types that PulumiScale's stacks use. Replacement, ids and defaults as in pulumi-aws 6.83.0 ("Changes to this
 * property will trigger replacement"), errors as the services word them.
 */
final class AwsKinds {
    private AwsKinds() {}

    static Collection<ResourceKind> all() {
        return Stream.of(
                        AwsCompute.launchTemplate(),
                        AwsCompute.group(),
                        AwsCompute.securityGroup(),
                        AwsNodeGroup.nodeGroup(),
                        AwsAlarm.metricAlarm(),
                        AwsMessaging.topic(),
                        AwsMessaging.topicPolicy(),
                        AwsSubscription.topicSubscription(),
                        AwsMessaging.queue(),
                        AwsMessaging.queuePolicy(),
                        AwsIdentity.role(),
                        AwsIdentity.rolePolicy(),
                        AwsIdentity.rolePolicyAttachment(),
                        AwsIdentity.policy(),
                        AwsIdentity.instanceProfile(),
                        AwsKeys.key(),
                        AwsKeys.policy(),
                        AwsKeys.alias())
                .map(KindBuilder::build)
                .toList();
    }
}
