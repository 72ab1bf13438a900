package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.KeyPolicyArgs;
import java.util.Map;
import java.util.Optional;

/** AWS KMS. */
final class AwsKeys {
    private AwsKeys() {}

    static KindBuilder key() {
        return kind(Key.class, KeyArgs.class)
                .check(AwsKeys::deletionWindow)
                .replacedBy("customerMasterKeySpec", "customKeyStoreId", "keyUsage", "multiRegion", "xksKeyId")
                .id(birth -> birth.ids().uuid().toString())
                .outputs((birth, id) -> Map.of(
                        "arn",
                        birth.arn("kms", "key/" + id),
                        "customerMasterKeySpec",
                        "SYMMETRIC_DEFAULT",
                        "description",
                        "",
                        "isEnabled",
                        true,
                        "keyId",
                        id,
                        "keyUsage",
                        "ENCRYPT_DECRYPT",
                        "multiRegion",
                        false,
                        "policy",
                        ""))
                .tagged();
    }

    private static Optional<Failure> deletionWindow(Map<String, Object> key) {
        return Tree.whole(key, "deletionWindowInDays")
                .filter(days -> days < 7 || days > 30)
                .map(days -> new Failure(
                        "deletionWindowInDays", "property 'deletionWindowInDays' must be 7 to 30, not " + days));
    }

    static KindBuilder policy() {
        return kind(KeyPolicy.class, KeyPolicyArgs.class)
                .replacedBy("keyId")
                .rule(AwsPolicyText.access(
                        "policy", "MalformedPolicyDocumentException: The policy document is malformed"))
                .rule(AwsKeys::lockout)
                .id(birth -> birth.text("keyId"));
    }

    private static Optional<String> lockout(Map<String, Object> policy) {
        return Tree.text(policy, "policy")
                .filter(text -> !AwsPolicyText.leavesTheAccountInCharge(text))
                .map(text -> "MalformedPolicyDocumentException: The new key policy will not allow you to update the key"
                        + " policy in the future.");
    }

    static KindBuilder alias() {
        return kind(Alias.class, AliasArgs.class)
                .named(Naming.aws("name", "namePrefix").startingWith("alias/"))
                .id(birth -> birth.text("name"))
                .outputs((birth, id) -> Map.of(
                        "arn", birth.arn("kms", id),
                        "targetKeyArn", birth.arn("kms", "key/" + birth.text("targetKeyId"))))
                .duplicate(name -> "AlreadyExistsException: An alias with the name " + name + " already exists");
    }
}
