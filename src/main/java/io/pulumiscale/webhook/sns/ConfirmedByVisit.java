package io.pulumiscale.webhook.sns;

import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.SnsConfirmer;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import java.io.IOException;
import java.net.URI;

/** Visits SNS's URL. Without AWS's signature, hence SNS goes on to let whoever has a message's URL unsubscribe. */
final class ConfirmedByVisit implements SnsConfirmer {
    private final Outbound http;

    ConfirmedByVisit(Outbound http) {
        this.http = http;
    }

    @Override
    public void confirm(SubscriptionConfirmation confirmation) {
        URI url = SubscribeUrl.of(confirmation);
        try {
            http.get(url).expected();
        } catch (IOException e) {
            throw new CannotTellNow("SNS did not take the confirmation: " + e.getMessage(), e);
        }
    }
}
