package io.pulumiscale.scaler;

import io.pulumiscale.policy.Verdict;

/** What a look at one pool came to. */
sealed interface Finding {

    String pool();

    /** It was decided, or there is nothing to decide. */
    record Judged(String pool, Verdict verdict) implements Finding {}

    /** Nothing can be decided before somebody deploys; the reason is for people. */
    record Undeployed(String pool, String reason) implements Finding {}
}
