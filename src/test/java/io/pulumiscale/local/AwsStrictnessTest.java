package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.ALARM;
import static io.pulumiscale.local.CloudClient.NODES;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real AWS refuses is refused here, so that the demo and the tests do not show what would fail there. */
class AwsStrictnessTest extends CloudTest {
    private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    private static final String KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
    private static final String HTTPS = "topic:'arn:aws:sns:us-east-1:123456789012:alerts',protocol:https,"
            + "endpoint:'https://user:hush@scaler.example.com/x'";

    @Test
    void aPasswordIsNeverGivenBack() {
        var created = aws.create(SUBSCRIPTION, "s", "{%s}".formatted(HTTPS));
        assertThat(created.getProperties().getFieldsOrThrow("endpoint").getStringValue())
                .isEqualTo("https://user:****@scaler.example.com/x");
        var updated = aws.update(
                SUBSCRIPTION,
                created.getId(),
                "{%s}".formatted(HTTPS),
                "{%s, deliveryPolicy:'%s'}".formatted(HTTPS, delivery(10, 1, 20)));
        assertThat(updated).containsEntry("endpoint", "https://user:****@scaler.example.com/x");
    }

    @Test
    void aSubscriptionIsPendingUnlessItsEndpointConfirms() {
        assertThat(aws.create(SUBSCRIPTION, "s", "{%s}".formatted(HTTPS))
                        .getProperties()
                        .getFieldsOrThrow("pendingConfirmation")
                        .getBoolValue())
                .isTrue();
        assertThat(aws.create(SUBSCRIPTION, "t", "{%s, endpointAutoConfirms:true}".formatted(HTTPS))
                        .getProperties()
                        .getFieldsOrThrow("pendingConfirmation")
                        .getBoolValue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | healthyRetryPolicy.numRetries must be specified",
                "{\"healthyRetryPolicy\":{\"numRetries\":5,\"minDelayTarget\":1}} "
                        + "| healthyRetryPolicy.maxDelayTarget must be specified",
                "{\"healthyRetryPolicy\":{\"numRetries\":101,\"minDelayTarget\":1,\"maxDelayTarget\":1}} "
                        + "| healthyRetryPolicy.numRetries must be between 0 and 100, not 101",
                "{\"healthyRetryPolicy\":{\"numRetries\":100,\"minDelayTarget\":60,\"maxDelayTarget\":60}} "
                        + "| the total retry time may not exceed 3600 seconds, and is 6000",
                "{\"healthyRetryPolicy\":{\"numRetries\":5,\"numNoDelayRetries\":6,\"minDelayTarget\":1,\"maxDelayTarget\":1}} "
                        + "| healthyRetryPolicy must have minDelayTarget of 1 to maxDelayTarget"
            })
    void aDeliveryPolicyBeyondItsLimitsIsRefused(String policy, String why) {
        assertThatThrownBy(() -> aws.create(SUBSCRIPTION, "s", "{%s, deliveryPolicy:'%s'}".formatted(HTTPS, policy)))
                .hasMessageContaining("DeliveryPolicy: " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sqs:eu-west-1:123456789012:dead",
                "arn:aws:sqs:us-east-1:210987654321:dead",
                "arn:aws:sns:us-east-1:123456789012:dead",
                ""
            })
    void aDeadLetterQueueIsOneOfTheSameAccountAndRegion(String arn) {
        String redrive = "{\"deadLetterTargetArn\":\"%s\"}".formatted(arn);
        assertThatThrownBy(() -> aws.create(SUBSCRIPTION, "s", "{%s, redrivePolicy:'%s'}".formatted(HTTPS, redrive)))
                .hasMessageContaining("RedrivePolicy: deadLetterTargetArn is an invalid arn");
    }

    @Test
    void anEndpointIsOfItsProtocol() {
        assertThatThrownBy(
                        () -> aws.create(SUBSCRIPTION, "s", "{%s}".formatted(HTTPS.replace("'https://", "'http://"))))
                .hasMessageContaining("Endpoint must match the specified protocol");
        assertThat(aws.reasons(SUBSCRIPTION, "{%s}".formatted(HTTPS.replace("protocol:https", "protocol:htps"))))
                .singleElement()
                .asString()
                .startsWith("property 'protocol' must be one of");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:sns/topicPolicy:TopicPolicy,arn:'arn:aws:sns:us-east-1:123456789012:alerts',Policy statement is malformed",
        "aws:sqs/queuePolicy:QueuePolicy,queueUrl:'https://q',Invalid value for the parameter Policy.",
        "aws:kms/keyPolicy:KeyPolicy,keyId:k,MalformedPolicyDocumentException: The policy document is malformed"
    })
    void aPolicyIsAPolicy(String type, String subject, String why) {
        for (String policy : new String[] {"", "no JSON", "{}", "{\"Version\":\"2012-10-17\",\"Statement\":[{}]}"}) {
            assertThatThrownBy(() -> aws.create(type, "p", "{%s, policy:'%s'}".formatted(subject, policy)))
                    .hasMessageContaining(why);
        }
    }

    @Test
    void aKeyPolicyLeavesTheAccountInCharge() {
        String service = "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"},"
                + "\"Action\":\"kms:*\",\"Resource\":\"*\"}";
        String account = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},"
                + "\"Action\":\"kms:*\",\"Resource\":\"*\"}";
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}";
        assertThatThrownBy(() ->
                        aws.create(KEY_POLICY, "p", "{keyId:k, policy:'%s'}".formatted(policy.formatted(service))))
                .hasMessageContaining("will not allow you to update the key policy in the future");
        assertThat(aws.create(
                                KEY_POLICY,
                                "p",
                                "{keyId:k, policy:'%s'}".formatted(policy.formatted(account + "," + service)))
                        .getId())
                .isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metricName:m, metricQueries:[{id:a}], statistic:Sum | Exactly one of MetricName and Metrics must be set",
                "statistic:Sum | Exactly one of MetricName and Metrics must be set",
                "metricName:m | One of statistic or extendedStatistic must be set",
                "metricName:m, statistic:Sum, extendedStatistic:p99 | One of statistic or extendedStatistic must be set",
                "metricName:m, statistic:Sum, period:60, evaluationPeriods:1441 "
                        + "| Metrics cannot be checked across more than a day"
            })
    void anAlarmThatCannotBeEvaluatedIsRefused(String alarm, String why) {
        String all = alarm.contains("evaluationPeriods") ? alarm : alarm + ", evaluationPeriods:1";
        assertThatThrownBy(() -> aws.create(
                        ALARM, "high", "{name:high, comparisonOperator:GreaterThanThreshold, %s}".formatted(all)))
                .hasMessageContaining("ValidationError: " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imageId:win | InvalidAMIID.Malformed: Invalid id: \"win\"",
                "userData:'#!/bin/sh' | InvalidUserData.Malformed"
            })
    void aTemplateThatCannotBeLaunchedIsRefused(String template, String why) {
        assertThatThrownBy(() -> aws.create(TEMPLATE, "web", "{name:web, %s}".formatted(template)))
                .hasMessageContaining(why);
        assertThat(aws.create(TEMPLATE, "web", "{name:web, imageId:'resolve:ssm:/images/web', userData:IyEvYmluL3No}")
                        .getId())
                .startsWith("lt-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws:sns/topic:Topic | {signatureVersion:3} | property 'signatureVersion' must be 1 or 2, not 3",
                "aws:kms/key:Key | {deletionWindowInDays:1} | property 'deletionWindowInDays' must be 7 to 30, not 1",
                "aws:sqs/queue:Queue | {sqsManagedSseEnabled:true, kmsMasterKeyId:k} "
                        + "| conflicts with property 'sqsManagedSseEnabled'"
            })
    void whatTheProviderChecksIsChecked(String type, String inputs, String why) {
        assertThat(aws.reasons(type, inputs)).contains(why);
    }

    @Test
    void aTaintHasAnEffectThatEksKnows() {
        assertThatThrownBy(() -> aws.create(
                        NODES,
                        "n",
                        "{clusterName:c, nodeGroupName:n, nodeRoleArn:r, subnetIds:[s],"
                                + " scalingConfig:{minSize:1, maxSize:2, desiredSize:1},"
                                + " taints:[{key:k, effect:NoSchedule}]}"))
                .hasMessageContaining("Taint effect NoSchedule is not one of");
    }

    @Test
    void topicsMayBeEncrypted() {
        assertThat(aws.create(TOPIC, "alerts", "{name:alerts, kmsMasterKeyId:k, signatureVersion:2}")
                        .getProperties()
                        .getFieldsOrThrow("kmsMasterKeyId")
                        .getStringValue())
                .isEqualTo("k");
    }

    private static String delivery(int retries, int least, int most) {
        return "{\"healthyRetryPolicy\":{\"numRetries\":%d,\"minDelayTarget\":%d,\"maxDelayTarget\":%d}}"
                .formatted(retries, least, most);
    }
}
