package io.pulumiscale.webhook.sns;

import io.pulumiscale.webhook.UntrustedMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where a topic lives. Everything that its messages may name is at one host: URLs are compared as they are written, so
 * that no two parsers can read them differently.
 *
 * @param host of SNS in the topic's region, e.g. {@code sns.us-east-1.amazonaws.com}
 */
record TopicHome(String arn, Region region, String host) {
    private static final Pattern ARN = Pattern.compile(
            "arn:(aws[a-z-]{0,20}):sns:([a-z]{2,5}(?:-[a-z]{2,10}){1,3}-[0-9]{1,2}):[0-9]{12}:[\\w-]{1,256}");

    /** @throws UntrustedMessage it is no topic's ARN */
    static TopicHome of(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new UntrustedMessage("the TopicArn is no topic's of SNS");
        }
        Region region = Region.of(parts.group(2));
        PartitionMetadata partition = PartitionMetadata.of(region);
        if (!partition.id().equals(parts.group(1))) {
            throw new UntrustedMessage("the TopicArn's partition is not that of its region");
        }
        return new TopicHome(arn, region, "sns." + region.id() + "." + partition.dnsSuffix());
    }

    /** @throws UntrustedMessage the URL is not one of a certificate of SNS in this region */
    void checkCertificateUrl(String url) {
        Pattern allowed = Pattern.compile(
                Pattern.quote("https://" + host + "/SimpleNotificationService-") + "[A-Za-z0-9]{1,128}\\.pem");
        if (!allowed.matcher(url).matches()) {
            throw new UntrustedMessage("the SigningCertURL is no certificate's at " + host);
        }
    }
}
