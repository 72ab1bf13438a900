package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import java.util.Locale;
import java.util.Map;

/** AWS IAM. */
final class AwsIdentity {
    private AwsIdentity() {}

    static KindBuilder role() {
        return kind(Role.class, RoleArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .replacedBy("path")
                .id(birth -> birth.text("name"))
                .outputs((birth, id) -> Map.of(
                        "arn", arn(birth, "role"),
                        "createDate", birth.now().toString(),
                        "maxSessionDuration", 3600,
                        "path", "/",
                        "uniqueId", uniqueId("AROA", birth)))
                .duplicate(name -> "EntityAlreadyExists: Role with name " + name + " already exists.")
                .tagged();
    }

    static KindBuilder rolePolicy() {
        return kind(RolePolicy.class, RolePolicyArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .replacedBy("role")
                .id(birth -> birth.text("role") + ":" + birth.text("name"));
    }

    static KindBuilder rolePolicyAttachment() {
        return kind(RolePolicyAttachment.class, RolePolicyAttachmentArgs.class)
                .replacedBy("role", "policyArn")
                .id(birth -> birth.text("role") + "-" + birth.ids().hex(26));
    }

    static KindBuilder policy() {
        return kind(Policy.class, PolicyArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .replacedBy("path", "description")
                .id(birth -> arn(birth, "policy"))
                .outputs((birth, id) ->
                        Map.of("arn", id, "attachmentCount", 0, "path", "/", "policyId", uniqueId("ANPA", birth)))
                .duplicate(name -> "EntityAlreadyExists: A policy called " + name + " already exists.")
                .tagged();
    }

    static KindBuilder instanceProfile() {
        return kind(InstanceProfile.class, InstanceProfileArgs.class)
                .named(Naming.aws("name", "namePrefix"))
                .replacedBy("path")
                .id(birth -> birth.text("name"))
                .outputs((birth, id) -> Map.of(
                        "arn", arn(birth, "instance-profile"),
                        "createDate", birth.now().toString(),
                        "path", "/",
                        "uniqueId", uniqueId("AIPA", birth)))
                .duplicate(name -> "EntityAlreadyExists: Instance Profile " + name + " already exists.")
                .tagged();
    }

    private static String arn(Birth birth, String what) {
        var path = Tree.text(birth.inputs(), "path").orElse("/");
        return birth.account().globalArn("iam", what + path + birth.text("name"));
    }

    private static String uniqueId(String prefix, Birth birth) {
        return prefix + birth.ids().hex(17).toUpperCase(Locale.ROOT);
    }
}
