package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import java.util.Map;

/** AWS KMS. */
final class AwsKeys {
    private AwsKeys() {}

    static KindBuilder key() {
        return kind(Key.class, KeyArgs.class)
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
