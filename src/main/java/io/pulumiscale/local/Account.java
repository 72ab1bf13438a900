package io.pulumiscale.local;

/**
 * Where a provider works.
 *
 * @param region an AWS region; the cluster of the Kubernetes provider has none and ignores it
 */
record Account(String number, String region) {
    static final String NUMBER = "123456789012";
    static final String DEFAULT_REGION = "us-east-1";

    static Account in(String region) {
        return new Account(NUMBER, region);
    }

    String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** {@code arn:aws:sns:us-east-1:123456789012:alerts}. */
    String arn(String service, String resource) {
        return String.join(":", "arn", partition(), service, region, number, resource);
    }

    /** An ARN of a service that is not in any region: {@code arn:aws:iam::123456789012:role/scaler}. */
    String globalArn(String service, String resource) {
        return String.join(":", "arn", partition(), service, "", number, resource);
    }
}
