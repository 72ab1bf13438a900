package io.pulumiscale.stack;

/** The parts of an AWS resource's name that others in its account and region share. */
record Arn(String partition, String region, String account) {

    /** @throws IllegalArgumentException it is no ARN */
    static Arn parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw new IllegalArgumentException(text + " is not an ARN");
        }
        return new Arn(parts[1], parts[3], parts[4]);
    }

    /** {@code arn:aws:iam::123456789012:root}: everyone in the account whom IAM allows it. */
    String root() {
        return "arn:%s:iam::%s:root".formatted(partition, account);
    }

    /** All CloudWatch alarms of the account in the region. */
    String alarms() {
        return "arn:%s:cloudwatch:%s:%s:alarm:*".formatted(partition, region, account);
    }
}
