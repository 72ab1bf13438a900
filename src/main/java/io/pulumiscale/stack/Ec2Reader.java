package io.pulumiscale.stack;

import io.pulumiscale.model.Spelling;
import io.pulumiscale.stack.GroupSettings.InstanceRefresh;
import io.pulumiscale.stack.InstanceSettings.RootVolume;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what an EC2 pool is made of. */
record Ec2Reader(Section section) {
    private static final Pattern AMI = Pattern.compile("ami-[0-9a-f]{8,17}");
    private static final Pattern PARAMETER = Pattern.compile("/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*(:[A-Za-z0-9_.-]+)?");
    private static final Pattern PROFILE =
            Pattern.compile("[\\w+=,.@-]{1,128}|arn:aws[a-z-]*:iam::\\d{12}:instance-profile/.+");
    private static final Pattern GROUP = Pattern.compile("[^:\\p{Cntrl}]{1,255}");
    private static final Pattern TARGETS =
            Pattern.compile("arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:targetgroup/.+");
    private static final Pattern LAMBDA = Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:.+");
    private static final Pattern DEVICE = Pattern.compile("/dev/[a-z0-9/]+");
    private static final List<String> TERMINATION = List.of(
            "Default",
            "AllocationStrategy",
            "OldestLaunchTemplate",
            "OldestLaunchConfiguration",
            "ClosestToNextInstanceHour",
            "NewestInstance",
            "OldestInstance");

    /** What EC2 takes, before it is encoded. */
    private static final int LONGEST_USER_DATA = 16_384;

    private static final int LARGEST_VOLUME = 16_384;

    InstanceSettings instances() {
        return new InstanceSettings(
                imageId(),
                section.text("instanceType", "t3.micro"),
                section.texts("securityGroupIds", List.of()),
                section.optionalText("instanceProfile", PROFILE, "an instance profile's name or ARN"),
                section.optionalText("keyName").orElse(""),
                userData(),
                section.section("rootVolume").map(Ec2Reader::rootVolume).orElse(RootVolume.AS_IN_THE_IMAGE),
                section.flag("detailedMonitoring", true));
    }

    GroupSettings group() {
        List<String> targetGroups = section.textsLike("targetGroupArns", TARGETS, "a target group's ARN");
        return new GroupSettings(
                section.optionalText("groupName", GROUP, "an Auto Scaling group's name"),
                section.texts("subnetIds"),
                targetGroups,
                section.has("healthCheckType")
                        ? section.choice("healthCheckType", List.of("EC2", "ELB"))
                                .orElse("EC2")
                        : targetGroups.isEmpty() ? "EC2" : "ELB",
                (int) new Durations(section)
                        .read("healthCheckGrace", Duration.ZERO, Duration.ofHours(2), Duration.ofMinutes(5))
                        .toSeconds(),
                instanceRefresh(),
                section.flag("protectFromScaleIn", false),
                terminationPolicies(),
                TagsReader.read(section));
    }

    private String imageId() {
        if (section.has("imageParameter")) {
            if (section.has("imageId")) {
                section.fault("imageId", "means nothing with imageParameter");
            }
            return "resolve:ssm:" + section.text("imageParameter", PARAMETER, "an SSM parameter's name");
        }
        if (!section.has("imageId")) {
            section.fault("imageId", "missing, and imageParameter too: one of both is needed");
            return "";
        }
        return section.text("imageId", AMI, "an AMI's id");
    }

    private String userData() {
        String text = section.optionalText("userData").orElse("");
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_USER_DATA) {
            section.fault("userData", "has %d bytes; EC2 takes %d".formatted(length, LONGEST_USER_DATA));
        }
        return text;
    }

    private static RootVolume rootVolume(Section volume) {
        RootVolume read = new RootVolume(
                volume.integer("size", 1, LARGEST_VOLUME),
                volume.has("type")
                        ? volume.choice("type", List.of("gp3", "gp2")).orElse("gp3")
                        : "gp3",
                volume.flag("encrypted", true),
                volume.optionalText("kmsKeyId").orElse(""),
                volume.has("deviceName")
                        ? volume.text("deviceName", DEVICE, "a device such as /dev/sda1")
                        : "/dev/xvda");
        if (!read.encrypted() && !read.kmsKeyId().isEmpty()) {
            volume.fault("kmsKeyId", "means nothing where encrypted is false");
        }
        volume.end();
        return read;
    }

    private InstanceRefresh instanceRefresh() {
        boolean onChange = section.flag("instanceRefresh", true);
        if (!onChange && section.has("minHealthy")) {
            section.fault("minHealthy", "means nothing without instanceRefresh");
        }
        return new InstanceRefresh(onChange, section.integer("minHealthy", 0, 100, 90));
    }

    private List<String> terminationPolicies() {
        List<String> policies = section.texts("terminationPolicies", List.of());
        policies.stream()
                .filter(policy ->
                        !TERMINATION.contains(policy) && !LAMBDA.matcher(policy).matches())
                .forEach(policy ->
                        section.fault("terminationPolicies", policy + " is " + Spelling.unknown(policy, TERMINATION)));
        return policies;
    }
}
