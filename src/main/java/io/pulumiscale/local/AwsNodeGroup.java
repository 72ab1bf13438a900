package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amazon EKS managed node groups. */
final class AwsNodeGroup {
    private static final List<String> EFFECTS = List.of("NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE");

    private AwsNodeGroup() {}

    static KindBuilder nodeGroup() {
        return kind(NodeGroup.class, NodeGroupArgs.class)
                .named(Naming.aws("nodeGroupName", "nodeGroupNamePrefix"))
                .replacedBy("amiType", "capacityType", "clusterName", "diskSize", "instanceTypes", "nodeRoleArn")
                .replacedBy("remoteAccess", "subnetIds", "launchTemplate.id", "launchTemplate.name")
                .check(AwsNodeGroup::unavailable)
                .rule(AwsNodeGroup::desiredWithinBounds)
                .rule(AwsNodeGroup::effects)
                .id(birth -> birth.text("clusterName") + ":" + birth.text("nodeGroupName"))
                .outputs(AwsNodeGroup::outputs)
                .duplicate(id -> "ResourceInUseException: NodeGroup already exists with name " + id)
                .tagged();
    }

    private static Map<String, Object> outputs(Birth birth, String id) {
        var path = "nodegroup/" + id.replace(':', '/') + "/" + birth.ids().uuid();
        return Map.of(
                "arn",
                birth.arn("eks", path),
                "amiType",
                "AL2023_x86_64_STANDARD",
                "capacityType",
                "ON_DEMAND",
                "diskSize",
                20,
                "instanceTypes",
                List.of("t3.medium"),
                "releaseVersion",
                "1.33.4-20250904",
                "resources",
                List.of(Map.of("autoscalingGroups", List.of(Map.of("name", "eks-" + birth.text("nodeGroupName"))))),
                "status",
                "ACTIVE",
                "updateConfig",
                Map.of("maxUnavailable", 1),
                "version",
                "1.33");
    }

    private static Optional<String> desiredWithinBounds(Map<String, Object> group) {
        int min = size(group, "min");
        int max = size(group, "max");
        int desired = size(group, "desired");
        if (min > desired) {
            return invalid("Minimum capacity " + min + " can't be greater than desired size " + desired);
        }
        return desired > max
                ? invalid("desired capacity " + desired + " can't be greater than max size " + max)
                : Optional.empty();
    }

    private static Optional<Failure> unavailable(Map<String, Object> inputs) {
        boolean nodes = Tree.at(inputs, "updateConfig.maxUnavailable").isPresent();
        boolean percent =
                Tree.at(inputs, "updateConfig.maxUnavailablePercentage").isPresent();
        return nodes && percent
                ? Optional.of(new Failure(
                        "updateConfig.maxUnavailable",
                        "conflicts with property 'updateConfig.maxUnavailablePercentage'"))
                : Optional.empty();
    }

    private static Optional<String> effects(Map<String, Object> group) {
        List<?> taints = Tree.at(group, "taints")
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(List.of());
        return taints.stream()
                .map(taint -> Tree.text(Tree.map(taint), "effect").orElse(""))
                .filter(effect -> !EFFECTS.contains(effect))
                .findFirst()
                .flatMap(effect -> invalid("Taint effect " + effect + " is not one of " + EFFECTS));
    }

    private static int size(Map<String, Object> group, String which) {
        return Tree.whole(group, "scalingConfig." + which + "Size").orElse(0);
    }

    private static Optional<String> invalid(String message) {
        return Optional.of("InvalidParameterException: " + message);
    }
}
