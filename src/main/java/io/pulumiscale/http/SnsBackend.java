package io.pulumiscale.http;

import io.pulumiscale.webhook.SnsConfirmer;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsSubscription;

/**
 * What is behind the route of SNS.
 *
 * @param inbox opens what the stack's own topic has sent
 * @param confirmer confirms its subscriptions
 * @param subscription what is known of the one
 */
public record SnsBackend(SnsInbox inbox, SnsConfirmer confirmer, SnsSubscription subscription) {}
