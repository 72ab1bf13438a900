package io.pulumiscale.webhook;

/** Tells what SNS has sent from what merely looks like it. */
public interface SnsVerifier {

    /**
     * Returns if SNS has signed every field of it.
     *
     * @throws UntrustedMessage it has not
     * @throws CannotTellNow nobody can tell at the moment
     */
    void verify(SnsEnvelope envelope);
}
