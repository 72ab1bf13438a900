package io.pulumiscale.stack.scaler;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.rbac.v1.RoleBinding;
import com.pulumi.kubernetes.rbac.v1.RoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.SubjectArgs;
import com.pulumi.resources.Resource;
import io.pulumiscale.stack.scaler.ScalerSettings.GivenRole;
import io.pulumiscale.stack.scaler.ScalerSettings.OwnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the scaler is, in the cluster and in AWS, and what it may do there: change the size of the stack's pools.
 *
 * @param granted what has to be there before the scaler can do its work
 */
record Identity(List<Resource> granted) {

    static Identity register(Frame frame, Deployed deployed) {
        List<Resource> granted = new ArrayList<>();
        Optional<Output<String>> role = frame.settings()
                .aws()
                .map(access -> access instanceof OwnRole own
                        ? ownRole(frame, new AwsPermissions(deployed, frame.settings(), own), granted)
                        : Output.of(((GivenRole) access).arn()));
        granted.add(new ServiceAccount(Frame.LOGICAL, account(frame, role), frame.child()));
        deployed.deploymentsByNamespace()
                .forEach((namespace, pools) -> granted.addAll(permit(frame, namespace, pools)));
        return new Identity(List.copyOf(granted));
    }

    private static Output<String> ownRole(Frame frame, AwsPermissions permissions, List<Resource> granted) {
        Role role = new Role(
                Frame.LOGICAL,
                RoleArgs.builder()
                        .description("What PulumiScale's scaler resizes pools with")
                        .assumeRolePolicy(permissions.trust())
                        .build(),
                frame.child());
        if (!permissions.statements().isEmpty()) {
            granted.add(new RolePolicy(
                    Frame.LOGICAL,
                    RolePolicyArgs.builder()
                            .role(role.id())
                            .policy(permissions.policy())
                            .build(),
                    frame.child()));
        }
        return role.arn();
    }

    /** Its token is mounted only where a pod says so. */
    private static ServiceAccountArgs account(Frame frame, Optional<Output<String>> role) {
        ObjectMetaArgs.Builder metadata = frame.named("");
        role.ifPresent(arn -> metadata.annotations(arn.applyValue(text -> Map.of("eks.amazonaws.com/role-arn", text))));
        return ServiceAccountArgs.builder()
                .metadata(metadata.build())
                .automountServiceAccountToken(false)
                .build();
    }

    /** A size is read and applied server-side: {@code get} and {@code patch}, of these Deployments alone. */
    private static List<Resource> permit(Frame frame, String namespace, List<String> pools) {
        ObjectMetaArgs metadata = ObjectMetaArgs.builder()
                .name("%s-%s"
                        .formatted(
                                frame.settings().namespace(), frame.settings().name()))
                .namespace(namespace)
                .labels(frame.labels())
                .build();
        Resource role = new com.pulumi.kubernetes.rbac.v1.Role(
                "scaler-" + namespace,
                com.pulumi.kubernetes.rbac.v1.RoleArgs.builder()
                        .metadata(metadata)
                        .rules(PolicyRuleArgs.builder()
                                .apiGroups("apps")
                                .resources("deployments")
                                .resourceNames(pools)
                                .verbs("get", "patch")
                                .build())
                        .build(),
                frame.child());
        Resource binding = new RoleBinding("scaler-" + namespace, binding(frame, metadata), frame.child(List.of(role)));
        return List.of(role, binding);
    }

    private static RoleBindingArgs binding(Frame frame, ObjectMetaArgs metadata) {
        return RoleBindingArgs.builder()
                .metadata(metadata)
                .roleRef(RoleRefArgs.builder()
                        .apiGroup("rbac.authorization.k8s.io")
                        .kind("Role")
                        .name("%s-%s"
                                .formatted(
                                        frame.settings().namespace(),
                                        frame.settings().name()))
                        .build())
                .subjects(SubjectArgs.builder()
                        .kind("ServiceAccount")
                        .name(frame.settings().name())
                        .namespace(frame.settings().namespace())
                        .build())
                .build();
    }
}
