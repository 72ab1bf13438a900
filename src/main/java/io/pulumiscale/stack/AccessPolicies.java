package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may do what with the topic, its key and its dead-letter queue. All there is to know is in the topic's ARN. */
final class AccessPolicies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> CLOUDWATCH = Map.of("Service", "cloudwatch.amazonaws.com");

    private AccessPolicies() {}

    /** Only alarms of this account may publish; whom IAM lets do so besides stays with the account. */
    static String topic(String topicArn) {
        Arn arn = Arn.parse(topicArn);
        Map<String, Object> alarms = new LinkedHashMap<>();
        alarms.put("StringEquals", Map.of("aws:SourceAccount", arn.account()));
        alarms.put("ArnLike", Map.of("aws:SourceArn", arn.alarms()));
        return policy(List.of(statement("AlarmsOfThisAccountPublish", CLOUDWATCH, "sns:Publish", topicArn, alarms)));
    }

    /**
     * The account administers the key by IAM, and CloudWatch uses it for this topic's messages: the key that AWS manages
     * for SNS lets CloudWatch do nothing.
     */
    static String key(String topicArn) {
        Map<String, String> account = Map.of("AWS", Arn.parse(topicArn).root());
        return policy(List.of(
                statement("TheAccountAdministers", account, "kms:*", "*", Map.of()),
                statement(
                        "AlarmsAreEncrypted",
                        CLOUDWATCH,
                        List.of("kms:Decrypt", "kms:GenerateDataKey*"),
                        "*",
                        Map.of("StringEquals", Map.of("kms:EncryptionContext:aws:sns:topicArn", topicArn)))));
    }

    /** Only this topic sends. */
    static String deadLetters(String queueArn, String topicArn) {
        return policy(List.of(statement(
                "TheTopicSends",
                Map.of("Service", "sns.amazonaws.com"),
                "sqs:SendMessage",
                queueArn,
                Map.of("ArnEquals", Map.of("aws:SourceArn", topicArn)))));
    }

    private static Map<String, Object> statement(
            String id, Map<String, String> principal, Object action, String resource, Map<String, ?> condition) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Principal", principal);
        statement.put("Action", action);
        statement.put("Resource", resource);
        if (!condition.isEmpty()) {
            statement.put("Condition", condition);
        }
        return statement;
    }

    private static String policy(List<Map<String, Object>> statements) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", statements);
        return json(policy);
    }

    static String json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
