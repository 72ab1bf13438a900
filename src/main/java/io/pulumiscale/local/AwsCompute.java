package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Amazon EC2 and EC2 Auto Scaling. */
final class AwsCompute {
    private static final List<String> LAUNCH = List.of("launchConfiguration", "launchTemplate", "mixedInstancesPolicy");
    private static final List<String> PLACES = List.of("vpcZoneIdentifiers", "availabilityZones");

    private static final List<String> HEALTH_CHECKS = List.of("EC2", "ELB", "EBS", "VPC_LATTICE");

    private AwsCompute() {}

    static KindBuilder launchTemplate() {
        return kind(LaunchTemplate.class, LaunchTemplateArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .uniqueNames()
                .rule(AwsCompute::image)
                .rule(AwsCompute::userData)
                .id(birth -> "lt-0" + birth.ids().hex(16))
                .outputs((birth, id) -> Map.of(
                        "arn", birth.arn("ec2", "launch-template/" + id),
                        "defaultVersion", 1,
                        "latestVersion", 1))
                .growth(AwsCompute::nextVersion)
                .duplicate(name ->
                        "InvalidLaunchTemplateName.AlreadyExistsException: Launch template name already in use.")
                .tagged();
    }

    private static Optional<String> image(Map<String, Object> template) {
        return Tree.text(template, "imageId")
                .filter(id -> !id.matches("ami-([0-9a-f]{8}|[0-9a-f]{17})|resolve:ssm:.+"))
                .map(id -> "InvalidAMIID.Malformed: Invalid id: \"" + id + "\"");
    }

    private static Optional<String> userData(Map<String, Object> template) {
        return Tree.text(template, "userData")
                .filter(text -> !text.matches("[A-Za-z0-9+/]*={0,2}") || text.length() % 4 != 0)
                .map(text -> "InvalidUserData.Malformed: Invalid BASE64 encoding of user data.");
    }

    /** Every change but one of tags makes a version; it becomes the default one if the template says so. */
    private static Map<String, Object> nextVersion(Map<String, Object> before, Map<String, Object> after) {
        boolean versioned = Change.between(before, after).stream()
                .anyMatch(change -> !change.property().startsWith("tags"));
        if (!versioned) {
            return after;
        }
        int version = Tree.whole(before, "latestVersion").orElse(0) + 1;
        var grown = Tree.with(after, "latestVersion", version);
        boolean becomesDefault = Tree.at(after, "updateDefaultVersion").equals(Optional.of(true));
        return becomesDefault ? Tree.with(grown, "defaultVersion", version) : grown;
    }

    static KindBuilder group() {
        return kind(Group.class, GroupArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .check(AwsCompute::launchesSomething)
                .check(AwsCompute::healthCheck)
                .rule(AwsCompute::somewhere)
                .rule(AwsCompute::boundsInOrder)
                .rule(AwsCompute::desiredWithinBounds)
                .id(birth -> birth.text("name"))
                .outputs(AwsCompute::groupOutputs)
                .growth(AwsCompute::followBounds)
                .duplicate(name -> "AlreadyExists: AutoScalingGroup by this name already exists - "
                        + "A group with the name " + name + " already exists");
    }

    private static Map<String, Object> groupOutputs(Birth birth, String id) {
        var arn = "autoScalingGroup:" + birth.ids().uuid() + ":autoScalingGroupName/" + id;
        return Map.of(
                "arn",
                birth.arn("autoscaling", arn),
                "desiredCapacity",
                Tree.whole(birth.inputs(), "minSize").orElse(0),
                "defaultCooldown",
                300,
                "healthCheckGracePeriod",
                300,
                "healthCheckType",
                "EC2",
                "metricsGranularity",
                "1Minute",
                "predictedCapacity",
                0,
                "serviceLinkedRoleArn",
                birth.account()
                        .globalArn(
                                "iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"),
                "waitForCapacityTimeout",
                "10m",
                "warmPoolSize",
                0);
    }

    private static Optional<Failure> launchesSomething(Map<String, Object> inputs) {
        long given = LAUNCH.stream().filter(inputs::containsKey).count();
        return given == 1
                ? Optional.empty()
                : Optional.of(new Failure("", "exactly one of " + String.join(", ", LAUNCH) + " must be given"));
    }

    private static Optional<Failure> healthCheck(Map<String, Object> inputs) {
        return Tree.text(inputs, "healthCheckType")
                .filter(type -> !HEALTH_CHECKS.contains(type))
                .map(type -> new Failure(
                        "healthCheckType",
                        "property 'healthCheckType' must be one of " + HEALTH_CHECKS + ", not " + type));
    }

    private static Optional<String> somewhere(Map<String, Object> group) {
        return PLACES.stream().anyMatch(group::containsKey)
                ? Optional.empty()
                : Optional.of("ValidationError: At least one Availability Zone or VPC Subnet is required.");
    }

    private static Optional<String> boundsInOrder(Map<String, Object> group) {
        int min = min(group);
        int max = max(group);
        return min <= max
                ? Optional.empty()
                : Optional.of(
                        "ValidationError: Max bound, " + max + ", must be greater than or equal to min bound, " + min);
    }

    private static Optional<String> desiredWithinBounds(Map<String, Object> group) {
        return Tree.whole(group, "desiredCapacity")
                .filter(desired -> desired < min(group) || desired > max(group))
                .map(desired -> "ValidationError: Desired capacity:" + desired
                        + " must be between the specified min size:" + min(group) + " and max size:" + max(group));
    }

    /** A group whose program leaves the desired capacity alone follows its bounds, as UpdateAutoScalingGroup does. */
    private static Map<String, Object> followBounds(Map<String, Object> before, Map<String, Object> after) {
        boolean wanted = !Tree.at(before, "desiredCapacity").equals(Tree.at(after, "desiredCapacity"));
        boolean moved = Stream.of("minSize", "maxSize")
                .anyMatch(bound -> !Tree.at(before, bound).equals(Tree.at(after, bound)));
        if (wanted || !moved || min(after) > max(after)) {
            return after;
        }
        int desired = Tree.whole(after, "desiredCapacity").orElse(0);
        return Tree.with(after, "desiredCapacity", Math.min(max(after), Math.max(min(after), desired)));
    }

    private static int min(Map<String, Object> group) {
        return Tree.whole(group, "minSize").orElse(0);
    }

    private static int max(Map<String, Object> group) {
        return Tree.whole(group, "maxSize").orElse(Integer.MAX_VALUE);
    }

    static KindBuilder securityGroup() {
        return kind(SecurityGroup.class, SecurityGroupArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .uniqueNames()
                .replacedBy("description", "vpcId")
                .id(birth -> "sg-0" + birth.ids().hex(16))
                .outputs((birth, id) -> Map.of(
                        "arn",
                        birth.arn("ec2", "security-group/" + id),
                        "description",
                        "Managed by Pulumi",
                        "ownerId",
                        birth.account().number(),
                        "vpcId",
                        "vpc-0a1b2c3d4e5f60718"))
                .duplicate(name -> "InvalidGroup.Duplicate: The security group '" + name + "' already exists")
                .tagged();
    }
}
