package io.pulumiscale.http;

import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.SnsMessage.Notification;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /webhook/cloudwatch}: alarms by way of SNS. A 4xx is final for SNS, a 5xx is tried again. */
final class SnsEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SnsEndpoint.class);

    private final SnsBackend sns;
    private final CloudWatchAdapter adapter;
    private final Reception reception;

    SnsEndpoint(SnsBackend sns, CloudWatchAdapter adapter, Reception reception) {
        this.sns = sns;
        this.adapter = adapter;
        this.reception = reception;
    }

    @Override
    public void check(Request request) {
        reception.checkReady();
        MediaTypes.SNS.check(request);
        refuseRaw(request);
    }

    @Override
    public CompletionStage<Answer> handle(Request request) {
        boolean dryRun = request.flag("dryRun");
        SnsMessage message = sns.inbox().open(request.body(), request::header);
        if (message instanceof Notification notification) {
            return notified(request, notification, dryRun);
        }
        if (!dryRun) {
            act(message);
        }
        return CompletableFuture.completedStage(
                Answer.ok(Map.of("recognised", message.getClass().getSimpleName())));
    }

    private CompletionStage<Answer> notified(Request request, Notification notification, boolean dryRun) {
        CompletionStage<Answer> answer = reception.take(request, adapter.read(notification, request.grant()::narrow));
        return dryRun
                ? answer
                : answer.thenApply(kept -> {
                    sns.subscription().alive(notification.sentAt());
                    return kept;
                });
    }

    private void act(SnsMessage message) {
        if (message instanceof SubscriptionConfirmation confirmation) {
            sns.confirmer().confirm(confirmation);
            sns.subscription().alive(confirmation.sentAt());
            LOG.info("the subscription to {} is confirmed", confirmation.topicArn());
        } else {
            sns.subscription().ended(message.sentAt());
            LOG.warn("the subscription to {} was ended: CloudWatch alarms do not come any more", message.topicArn());
        }
    }

    /** A raw message has no envelope, hence nothing that says whose it is. */
    private static void refuseRaw(Request request) {
        if (request.header("x-amz-sns-rawdelivery")
                .filter("true"::equalsIgnoreCase)
                .isPresent()) {
            throw Refusal.badRequest("raw message delivery is not understood: turn it off on the subscription");
        }
    }
}
