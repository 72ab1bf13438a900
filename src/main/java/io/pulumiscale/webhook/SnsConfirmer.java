package io.pulumiscale.webhook;

/** Says to SNS that a subscription is wanted. */
public interface SnsConfirmer {

    /**
     * Returns when SNS knows. Confirming again is without effect.
     *
     * @throws UntrustedMessage its URL is none of SNS's for this
     * @throws CannotTellNow SNS did not take it
     */
    void confirm(SnsMessage.SubscriptionConfirmation confirmation);
}
