package io.pulumiscale.stack;

import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMonitoringArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import io.pulumiscale.stack.InstanceSettings.RootVolume;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Launch templates of EC2 pools. */
final class LaunchTemplates {
    private LaunchTemplates() {}

    static LaunchTemplateArgs of(InstanceSettings settings, Map<String, String> tags) {
        LaunchTemplateArgs.Builder template = LaunchTemplateArgs.builder()
                .imageId(settings.imageId())
                .instanceType(settings.instanceType())
                .vpcSecurityGroupIds(settings.securityGroupIds())
                .monitoring(LaunchTemplateMonitoringArgs.builder()
                        .enabled(settings.detailedMonitoring())
                        .build())
                .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                        .httpEndpoint("enabled")
                        .httpTokens("required") // IMDSv2 only
                        .build())
                .tagSpecifications(LaunchTemplateTagSpecificationArgs.builder()
                        .resourceType("volume") // the group tags its instances, but not their volumes
                        .tags(tags)
                        .build())
                .tags(tags);
        optional(template, settings);
        return template.build();
    }

    private static void optional(LaunchTemplateArgs.Builder template, InstanceSettings settings) {
        if (!settings.instanceProfile().isEmpty()) {
            template.iamInstanceProfile(profile(settings.instanceProfile()));
        }
        if (!settings.keyName().isEmpty()) {
            template.keyName(settings.keyName());
        }
        if (!settings.userData().isEmpty()) {
            template.userData(
                    Base64.getEncoder().encodeToString(settings.userData().getBytes(StandardCharsets.UTF_8)));
        }
        if (!settings.rootVolume().equals(RootVolume.AS_IN_THE_IMAGE)) {
            template.blockDeviceMappings(LaunchTemplateBlockDeviceMappingArgs.builder()
                    .deviceName(settings.rootVolume().deviceName())
                    .ebs(volume(settings.rootVolume()))
                    .build());
        }
    }

    private static LaunchTemplateIamInstanceProfileArgs profile(String nameOrArn) {
        LaunchTemplateIamInstanceProfileArgs.Builder profile = LaunchTemplateIamInstanceProfileArgs.builder();
        return (nameOrArn.startsWith("arn:") ? profile.arn(nameOrArn) : profile.name(nameOrArn)).build();
    }

    private static LaunchTemplateBlockDeviceMappingEbsArgs volume(RootVolume volume) {
        LaunchTemplateBlockDeviceMappingEbsArgs.Builder ebs = LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                .volumeSize(volume.size())
                .volumeType(volume.type())
                .encrypted(String.valueOf(volume.encrypted()))
                .deleteOnTermination("true");
        if (!volume.kmsKeyId().isEmpty()) {
            ebs.kmsKeyId(volume.kmsKeyId());
        }
        return ebs.build();
    }
}
