package io.pulumiscale.stack;

import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.KeyPolicyArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.context.LoggingContext;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who may publish to the topic, and where its messages go. It depends on the topic, and nothing depends on it: a scoped
 * run leaves it out (ADR 0026).
 */
final class AlertDelivery extends ComponentResource {
    /** SNS asks for about a minute and a half; to wait longer would hold the stack's lock for nothing. */
    private static final int CONFIRMATION_MINUTES = 2;

    private final String prefix;
    private final AlertTopic topic;

    AlertDelivery(String prefix, AlertTopic topic) {
        super("pulumiscale:alerts:Delivery", "alerts-delivery");
        this.prefix = prefix;
        this.topic = topic;
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(this).build();
        new KeyPolicy(
                "alerts",
                KeyPolicyArgs.builder()
                        .keyId(topic.keyId())
                        .policy(topic.arn().applyValue(AccessPolicies::key))
                        .build(),
                child);
        new TopicPolicy(
                "alerts",
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(topic.arn().applyValue(AccessPolicies::topic))
                        .build(),
                child);
        registerOutputs(Map.of());
    }

    /**
     * Subscribes the scaler, which confirms while it is waited for.
     *
     * @param token the scaler's
     * @param reachable what must be there before the scaler can be reached
     */
    void subscribe(Delivery delivery, String token, List<Resource> reachable, LoggingContext log) {
        DeadLetters deadLetters = new DeadLetters(prefix, topic.arn(), delivery.notified(), this);
        List<Resource> before = new ArrayList<>(reachable);
        before.add(deadLetters.ready());
        TopicSubscription subscription = new TopicSubscription(
                "alerts-" + EndpointMark.of(delivery.endpoint().urlWith(token), prefix),
                TopicSubscriptionArgs.builder()
                        .topic(topic.arn())
                        .protocol("https")
                        .endpoint(delivery.endpoint().secretWith(token))
                        .endpointAutoConfirms(true)
                        .confirmationTimeoutInMinutes(CONFIRMATION_MINUTES)
                        .deliveryPolicy(DeliveryPolicy.json())
                        .redrivePolicy(deadLetters.redrive())
                        .build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .dependsOn(before)
                        .ignoreChanges("endpoint") // SNS gives it back masked; its name has the mark of a new one
                        .build());
        tellIfPending(subscription, log);
    }

    private static void tellIfPending(TopicSubscription subscription, LoggingContext log) {
        var unused = Output.tuple(subscription.pendingConfirmation(), subscription.urn())
                .applyValue(state -> {
                    if (state.t1) {
                        log.warn(("the scaler did not confirm the subscription in time, so no alarm reaches it; "
                                        + "see that it can be reached, then run: pulumi up --replace '%s'")
                                .formatted(state.t2));
                    }
                    return state.t1;
                });
    }
}
