package io.pulumiscale.local;

/** What happened in the embedded cloud. A replacement is a CREATE and a DELETE of the same resource. */
public enum OperationKind {
    CREATE,
    UPDATE,
    DELETE,
    /** Refused, or failed by order; nothing was changed unless the detail says so. */
    FAILED,
    /** The cloud asked to slow down, and the provider tried again. */
    THROTTLED,
    /** Someone else changed a property: {@link EmbeddedCloud#setProperty}. */
    DRIFT
}
