package io.pulumiscale.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON in properties: access policies of resources, and the policies of SNS subscriptions. */
final class AwsPolicyText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_DELIVERY = 3600;

    private AwsPolicyText() {}

    /** Whether it is an access policy of a resource; a rule with the API's own words for one that is none. */
    static ResourceKind.Rule access(String property, String message) {
        return properties -> Tree.text(properties, property)
                .filter(text -> !isAccess(read(text)))
                .map(text -> message);
    }

    private static boolean isAccess(JsonNode policy) {
        JsonNode statements = policy.path("Statement");
        return policy.path("Version").asText().equals("2012-10-17")
                && statements.isArray()
                && !statements.isEmpty()
                && each(statements)
                        .allMatch(statement -> statement.path("Effect").asText().matches("Allow|Deny")
                                && Stream.of("Principal", "Action", "Resource").allMatch(statement::has));
    }

    /** Whether the account can still change the policy afterwards, as KMS demands. */
    static boolean leavesTheAccountInCharge(String text) {
        return each(read(text).path("Statement"))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> statement.at("/Principal/AWS").asText().endsWith(":root"))
                .anyMatch(statement -> statement.path("Action").asText().equals("kms:*"));
    }

    /** A partial policy is refused, and so are more than 100 tries, and tries for longer than an hour. */
    static Optional<String> delivery(Map<String, Object> subscription) {
        return Tree.text(subscription, "deliveryPolicy")
                .map(text -> read(text).path("healthyRetryPolicy"))
                .flatMap(AwsPolicyText::fault)
                .map(fault -> "InvalidParameter: Invalid parameter: DeliveryPolicy: " + fault);
    }

    private static Optional<String> fault(JsonNode retries) {
        Optional<String> missing = Stream.of("numRetries", "minDelayTarget", "maxDelayTarget")
                .filter(key -> !retries.path(key).isIntegralNumber())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(key -> "healthyRetryPolicy." + key + " must be specified");
        }
        int all = retries.path("numRetries").intValue();
        int least = retries.path("minDelayTarget").intValue();
        int most = retries.path("maxDelayTarget").intValue();
        int atOnce = retries.path("numNoDelayRetries").asInt(0);
        int before = retries.path("numMinDelayRetries").asInt(0);
        int after = retries.path("numMaxDelayRetries").asInt(0);
        int between = all - atOnce - before - after;
        if (all < 0 || all > 100) {
            return Optional.of("healthyRetryPolicy.numRetries must be between 0 and 100, not " + all);
        }
        if (least < 1 || least > most || between < 0) {
            return Optional.of("healthyRetryPolicy must have minDelayTarget of 1 to maxDelayTarget,"
                    + " and its phases no more retries than numRetries");
        }
        int seconds = before * least + between * (least + most) / 2 + after * most;
        return seconds > LONGEST_DELIVERY
                ? Optional.of("the total retry time may not exceed 3600 seconds, and is " + seconds)
                : Optional.empty();
    }

    /** The dead-letter queue must be an SQS queue of the topic's own account and region. */
    static Optional<String> redrive(Map<String, Object> subscription) {
        String topic = Tree.text(subscription, "topic").orElse("");
        String place = topic.replaceFirst("^(arn:[^:]*):sns(:[^:]*:[^:]*):.*$", "$1:sqs$2:");
        return Tree.text(subscription, "redrivePolicy")
                .map(text -> read(text).path("deadLetterTargetArn").asText())
                .filter(arn -> !arn.startsWith(place))
                .map(arn ->
                        "InvalidParameter: Invalid parameter: RedrivePolicy: deadLetterTargetArn is an invalid arn");
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().missingNode();
        }
    }
}
