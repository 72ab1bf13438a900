package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AccessPoliciesTest {
    private static final String TOPIC = "arn:aws-cn:sns:cn-north-1:123456789012:shop-prod-alerts";

    @Test
    void onlyAlarmsOfTheTopicsOwnAccountAndRegionPublish() {
        assertThat(json(AccessPolicies.topic(TOPIC))).isEqualTo(json("""
                {"Version": "2012-10-17", "Statement": [{
                  "Sid": "AlarmsOfThisAccountPublish",
                  "Effect": "Allow",
                  "Principal": {"Service": "cloudwatch.amazonaws.com"},
                  "Action": "sns:Publish",
                  "Resource": "arn:aws-cn:sns:cn-north-1:123456789012:shop-prod-alerts",
                  "Condition": {
                    "StringEquals": {"aws:SourceAccount": "123456789012"},
                    "ArnLike": {"aws:SourceArn": "arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:*"}}}]}
                """));
    }

    @Test
    void theAccountAdministersTheKeyAndCloudWatchUsesItForThisTopicOnly() {
        assertThat(json(AccessPolicies.key(TOPIC))).isEqualTo(json("""
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "TheAccountAdministers",
                   "Effect": "Allow",
                   "Principal": {"AWS": "arn:aws-cn:iam::123456789012:root"},
                   "Action": "kms:*",
                   "Resource": "*"},
                  {"Sid": "AlarmsAreEncrypted",
                   "Effect": "Allow",
                   "Principal": {"Service": "cloudwatch.amazonaws.com"},
                   "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
                   "Resource": "*",
                   "Condition": {"StringEquals": {"kms:EncryptionContext:aws:sns:topicArn":
                     "arn:aws-cn:sns:cn-north-1:123456789012:shop-prod-alerts"}}}]}
                """));
    }

    @Test
    void onlyTheTopicSendsToTheDeadLetterQueue() {
        assertThat(json(AccessPolicies.deadLetters("arn:aws-cn:sqs:cn-north-1:123456789012:dead", TOPIC)))
                .isEqualTo(json("""
                {"Version": "2012-10-17", "Statement": [{
                  "Sid": "TheTopicSends",
                  "Effect": "Allow",
                  "Principal": {"Service": "sns.amazonaws.com"},
                  "Action": "sqs:SendMessage",
                  "Resource": "arn:aws-cn:sqs:cn-north-1:123456789012:dead",
                  "Condition": {"ArnEquals": {"aws:SourceArn":
                    "arn:aws-cn:sns:cn-north-1:123456789012:shop-prod-alerts"}}}]}
                """));
    }

    @Test
    void whatIsNoArnIsRefused() {
        assertThatThrownBy(() -> AccessPolicies.topic("alerts")).hasMessage("alerts is not an ARN");
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
