package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.test.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The alarms' way to the scaler. */
class AlertDeliveryTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private final MockCloud cloud = new MockCloud(Map.of());

    @Test
    void theTopicIsEncryptedWithAKeyOfItsOwn() {
        up(Map.of());
        assertThat(cloud.inputs("aws:kms/key:Key", "alerts"))
                .containsEntry("enableKeyRotation", true)
                .containsEntry("deletionWindowInDays", 7.0);
        assertThat(cloud.inputs("aws:sns/topic:Topic", "alerts"))
                .containsEntry("name", "pulumiscale-dev-alerts")
                .containsEntry("signatureVersion", 2.0)
                .containsEntry("kmsMasterKeyId", MockCloud.KEY_ID);
    }

    @Test
    void thePoliciesAreThoseOfThisTopic() {
        up(Map.of());
        assertThat(cloud.inputs("aws:kms/keyPolicy:KeyPolicy", "alerts"))
                .containsEntry("keyId", MockCloud.KEY_ID)
                .containsEntry("policy", AccessPolicies.key(MockCloud.TOPIC_ARN));
        assertThat(cloud.inputs("aws:sns/topicPolicy:TopicPolicy", "alerts"))
                .containsEntry("arn", MockCloud.TOPIC_ARN)
                .containsEntry("policy", AccessPolicies.topic(MockCloud.TOPIC_ARN));
    }

    @Test
    void withoutAnEndpointNobodyIsSubscribed() {
        up(Map.of());
        assertThat(cloud.registered())
                .noneMatch(resource -> resource.startsWith(SUBSCRIPTION) || resource.startsWith("aws:sqs/"));
    }

    @Test
    void theScalerIsSubscribedAndConfirmsByItself() {
        up(Map.of("endpoint", "https://scaler.example.com/"));
        assertThat(cloud.inputs(SUBSCRIPTION, subscription()))
                .containsEntry("topic", MockCloud.TOPIC_ARN)
                .containsEntry("protocol", "https")
                .containsEntry("endpointAutoConfirms", true)
                .containsEntry("confirmationTimeoutInMinutes", 2.0)
                .containsEntry("deliveryPolicy", DeliveryPolicy.json())
                .containsEntry("redrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(MockCloud.QUEUE_ARN))
                .doesNotContainKey("rawMessageDelivery"); // raw messages have no signature
    }

    @Test
    void theTokenIsThePassword() {
        up(Map.of("endpoint", "https://scaler.example.com"));
        assertThat(cloud.inputs(SUBSCRIPTION, subscription()))
                .containsEntry(
                        "endpoint", "https://pulumiscale:0123456789abcdef@scaler.example.com/webhook/cloudwatch");
    }

    @Test
    void theTokenMayBeInTheQuery() {
        up(Map.of("endpoint", "https://scaler.example.com", "alerts", "{\"tokenIn\":\"query\"}"));
        assertThat(cloud.inputs(SUBSCRIPTION, subscription()))
                .containsEntry("endpoint", "https://scaler.example.com/webhook/cloudwatch?token=0123456789abcdef");
    }

    /** The old one is there until the new one is confirmed. */
    @Test
    void anotherTokenIsAnotherSubscription() {
        up(Map.of("endpoint", "https://scaler.example.com"));
        MockCloud later = new MockCloud(Map.of());
        later.run(config(Map.of("endpoint", "https://scaler.example.com"), "fedcba9876543210"), App::stack)
                .throwOnError();
        assertThat(later.registered()).noneMatch(resource -> resource.equals(SUBSCRIPTION + " " + subscription()));
        assertThat(later.registered())
                .filteredOn(resource -> resource.startsWith(SUBSCRIPTION))
                .hasSize(1);
    }

    @Test
    void whatCannotBeDeliveredIsKeptForTwoWeeksAndTold() {
        String people = "arn:aws:sns:us-east-1:123456789012:people";
        up(Map.of("endpoint", "https://scaler.example.com", "alerts", "{\"notify\":[\"%s\"]}".formatted(people)));
        assertThat(cloud.inputs("aws:sqs/queue:Queue", "alerts-undelivered"))
                .containsEntry("name", "pulumiscale-dev-alerts-undelivered")
                .containsEntry("sqsManagedSseEnabled", true)
                .containsEntry("messageRetentionSeconds", 1_209_600.0);
        assertThat(cloud.inputs("aws:sqs/queuePolicy:QueuePolicy", "alerts-undelivered"))
                .containsEntry("queueUrl", MockCloud.QUEUE_URL)
                .containsEntry("policy", AccessPolicies.deadLetters(MockCloud.QUEUE_ARN, MockCloud.TOPIC_ARN));
        assertThat(cloud.inputs(ALARM, "alerts-undelivered"))
                .containsEntry("name", "pulumiscale-dev-undelivered")
                .containsEntry("namespace", "AWS/SQS")
                .containsEntry("metricName", "ApproximateNumberOfMessagesVisible")
                .containsEntry("dimensions", Map.of("QueueName", "pulumiscale-dev-alerts-undelivered"))
                .containsEntry("comparisonOperator", "GreaterThanThreshold")
                .containsEntry("threshold", 0.0)
                .containsEntry("treatMissingData", "notBreaching")
                .containsEntry("alarmActions", List.of(people))
                .containsEntry("okActions", List.of(people));
    }

    @Test
    void theSubscriptionWaitsForThePolicyOfTheDeadLetterQueue() {
        String policy = "aws:sqs/queuePolicy:QueuePolicy alerts-undelivered";
        cloud.takeTimeFor(policy);
        up(Map.of("endpoint", "https://scaler.example.com"));
        assertThat(cloud.made()).containsSubsequence(policy, SUBSCRIPTION + " " + subscription());
    }

    /** SNS asks for the confirmation at once, and not for long. */
    @Test
    void theSubscriptionWaitsUntilTheScalerCanBeReached() {
        cloud.takeTimeFor("aws:sqs/queue:Queue scaler");
        Delivery delivery =
                new Delivery(Endpoint.of("https://scaler.example.com", false).orElseThrow(), List.of());
        cloud.run(Pools.ALL, ctx -> {
                    Queue scaler = new Queue("scaler");
                    new AlertDelivery("shop-prod", new AlertTopic("shop-prod"))
                            .subscribe(delivery, TOKEN, List.of(scaler), ctx.log());
                })
                .throwOnError();
        assertThat(cloud.made()).containsSubsequence("aws:sqs/queue:Queue scaler", SUBSCRIPTION + " " + subscription());
    }

    @Test
    void anEndpointNeedsAToken() {
        TestResult result = cloud.run(
                Map.of("pulumiscale:pools", Pools.ALL, "pulumiscale:endpoint", "https://scaler.example.com"),
                App::stack);
        assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains("webhookToken: missing"));
        assertThat(cloud.registered()).isEmpty();
    }

    @Test
    void faultsOfTheEndpointAreToldWithThoseOfThePools() {
        TestResult result = cloud.run(
                config(
                        Map.of("endpoint", "http://scaler.example.com"),
                        TOKEN,
                        Pools.json("web:{kind:'ec2',min:1,mx:2}")),
                App::stack);
        assertThat(result.errors())
                .anySatisfy(error ->
                        assertThat(error).contains("endpoint: http://scaler.example.com is not", "did you mean max?"));
    }

    private TestResult up(Map<String, String> more) {
        return cloud.run(config(more, TOKEN), App::stack).throwOnError();
    }

    private static Map<String, String> config(Map<String, String> more, String token) {
        return config(more, token, Pools.ALL);
    }

    private static Map<String, String> config(Map<String, String> more, String token, String pools) {
        Map<String, String> config =
                new HashMap<>(Map.of("pulumiscale:pools", pools, "pulumiscale:webhookToken", token));
        more.forEach((key, value) -> config.put("pulumiscale:" + key, value));
        return config;
    }

    private String subscription() {
        return cloud.registered().stream()
                .filter(resource -> resource.startsWith(SUBSCRIPTION))
                .map(resource -> resource.substring(SUBSCRIPTION.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
