package io.pulumiscale.http;

import io.pulumiscale.webhook.CloudWatchAdapter;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsMessage;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /webhook/cloudwatch}: alarms by way of SNS. A 4xx is final for SNS, a 5xx is tried again. */
final class SnsEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SnsEndpoint.class);

    private final SnsInbox inbox;
    private final CloudWatchAdapter adapter;
    private final Reception reception;

    SnsEndpoint(SnsInbox inbox, CloudWatchAdapter adapter, Reception reception) {
        this.inbox = inbox;
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
    public Answer handle(Request request) {
        SnsMessage message = inbox.open(request.body());
        return message instanceof SnsMessage.Notification notification
                ? reception.take(request, adapter.read(notification, request.grant()::narrow))
                : recognised(message);
    }

    /** A raw message has no envelope, hence nothing that says whose it is. */
    private static void refuseRaw(Request request) {
        if (request.header("x-amz-sns-rawdelivery")
                .filter("true"::equalsIgnoreCase)
                .isPresent()) {
            throw Refusal.badRequest("raw message delivery is not understood: turn it off on the subscription");
        }
    }

    private static Answer recognised(SnsMessage message) {
        LOG.warn("{}: its URL was not visited", message);
        return Answer.ok(Map.of("recognised", message.getClass().getSimpleName()));
    }
}
