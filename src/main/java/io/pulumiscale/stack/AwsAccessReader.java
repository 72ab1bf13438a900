package io.pulumiscale.stack;

import io.pulumiscale.stack.scaler.ScalerSettings.AwsAccess;
import io.pulumiscale.stack.scaler.ScalerSettings.GivenRole;
import io.pulumiscale.stack.scaler.ScalerSettings.OwnRole;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who the scaler is in AWS: a role that is there, or what the stack needs to make one. */
record AwsAccessReader(Section section) {
    private static final Pattern PROVIDER = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:oidc-provider/.+");
    private static final Pattern KEY = Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/.+");

    AwsAccess read() {
        AwsAccess access = section.has("roleArn") ? given() : own();
        section.end();
        return access;
    }

    private AwsAccess given() {
        for (String key : new String[] {"oidcProviderArn", "kmsKeyArn"}) {
            if (section.has(key)) {
                section.fault(key, "means nothing with roleArn, a role that is there");
            }
        }
        return new GivenRole(section.text("roleArn", PoolSpecReader.ROLE, "an IAM role's ARN"));
    }

    private AwsAccess own() {
        return new OwnRole(
                section.text("oidcProviderArn", PROVIDER, "the ARN of an identity provider in IAM"),
                section.has("kmsKeyArn")
                        ? Optional.of(section.text("kmsKeyArn", KEY, "a KMS key's ARN"))
                        : Optional.empty());
    }
}
