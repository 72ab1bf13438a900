package io.pulumiscale.policy;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Resize;

/** What is to be done about one pool now. */
public sealed interface Verdict {

    /** Record it, and carry it out if it is a resize. The waiting intents are answered. */
    record Decided(Decision decision) implements Verdict {}

    /** Ask for a person's word first; the waiting intents go on waiting. */
    record Ask(Resize resize, ApprovalRule rule) implements Verdict {}

    /** A person was asked and has not spoken yet; the waiting intents go on waiting. */
    record Waits(Resize resize, Approval approval) implements Verdict {}

    /** No intent waits, and the size is to stay; the reason is for people. */
    record Nothing(String reason) implements Verdict {}
}
