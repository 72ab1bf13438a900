package io.pulumiscale.model;

/** The life of an approval. */
public enum ApprovalStatus {
    WAITING,
    APPROVED,
    /** Somebody has said no. */
    DECLINED,
    /** Nobody gave his word in time. */
    EXPIRED,
    /** The pool's size or the wish has changed since: another approval was asked for, or none is needed. */
    OUTDATED,
    /** The resize was tried. */
    USED;

    /** Whether the resize may still come of it. */
    public boolean open() {
        return this == WAITING || this == APPROVED;
    }
}
