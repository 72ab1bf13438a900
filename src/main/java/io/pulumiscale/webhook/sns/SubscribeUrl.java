package io.pulumiscale.webhook.sns;

import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.UntrustedMessage;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The one URL that confirms a topic's subscription. It is made here; what the message says must come to the same. */
final class SubscribeUrl {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{1,2048}");

    private SubscribeUrl() {}

    /** @throws UntrustedMessage the message's URL is for something else */
    static URI of(SubscriptionConfirmation confirmation) {
        TopicHome home = TopicHome.of(confirmation.topicArn());
        String token = confirmation.token();
        if (!TOKEN.matcher(token).matches()) {
            throw new UntrustedMessage("the Token is none of SNS's");
        }
        String start = "https://" + home.host() + "/?";
        List<String> query = List.of("Action=ConfirmSubscription", "TopicArn=" + home.arn(), "Token=" + token);
        if (!asks(confirmation.subscribeUrl(), start, query)) {
            throw new UntrustedMessage("the SubscribeURL does not confirm this subscription at " + home.host());
        }
        return URI.create(start + String.join("&", query));
    }

    /** The order of parameters is SNS's affair. */
    private static boolean asks(String url, String start, List<String> query) {
        if (!url.startsWith(start)) {
            return false;
        }
        List<String> asked = List.of(url.substring(start.length()).split("&", -1));
        return asked.size() == query.size() && asked.containsAll(query);
    }
}
