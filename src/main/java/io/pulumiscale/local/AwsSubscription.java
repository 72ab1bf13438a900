package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subscriptions of SNS topics. Nothing is delivered: one whose endpoint confirms by itself is taken for confirmed. */
final class AwsSubscription {
    private static final List<String> PROTOCOLS =
            List.of("sqs", "sms", "lambda", "firehose", "application", "http", "https", "email", "email-json");

    private AwsSubscription() {}

    static KindBuilder topicSubscription() {
        return kind(TopicSubscription.class, TopicSubscriptionArgs.class)
                .replacedBy("topic", "protocol", "endpoint")
                .check(AwsSubscription::protocol)
                .rule(AwsSubscription::endpoint)
                .rule(AwsPolicyText::delivery)
                .rule(AwsPolicyText::redrive)
                .id(birth -> birth.text("topic") + ":" + birth.ids().uuid())
                .outputs((birth, id) -> Map.of(
                        "arn",
                        id,
                        "confirmationWasAuthenticated",
                        false,
                        "ownerId",
                        birth.account().number(),
                        "pendingConfirmation",
                        isPending(birth.inputs())))
                .shown(AwsSubscription::masked);
    }

    private static boolean isPending(Map<String, Object> inputs) {
        boolean confirms = Tree.at(inputs, "endpointAutoConfirms").equals(Optional.of(true));
        return isHttp(inputs) && !confirms;
    }

    private static boolean isHttp(Map<String, Object> inputs) {
        return Tree.text(inputs, "protocol").orElse("").startsWith("http");
    }

    private static Optional<Failure> protocol(Map<String, Object> inputs) {
        return Tree.text(inputs, "protocol")
                .filter(protocol -> !PROTOCOLS.contains(protocol))
                .map(protocol -> new Failure(
                        "protocol", "property 'protocol' must be one of " + PROTOCOLS + ", not " + protocol));
    }

    private static Optional<String> endpoint(Map<String, Object> subscription) {
        String scheme = Tree.text(subscription, "protocol").orElse("") + "://";
        boolean fits = Tree.text(subscription, "endpoint").orElse("").startsWith(scheme);
        return isHttp(subscription) && !fits
                ? Optional.of("InvalidParameter: Invalid parameter: Endpoint must match the specified protocol")
                : Optional.empty();
    }

    /** SNS never gives a password back. */
    private static Map<String, Object> masked(Map<String, Object> subscription) {
        return Tree.text(subscription, "endpoint")
                .map(url -> Tree.with(
                        subscription, "endpoint", url.replaceFirst("^(https?://[^:/@]*):[^@/]*@", "$1:****@")))
                .orElse(subscription);
    }
}
