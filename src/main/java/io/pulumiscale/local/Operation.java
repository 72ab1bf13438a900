package io.pulumiscale.local;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the cloud's own record, independent of what Pulumi says it did.
 *
 * @param sequence from 1, without gaps, over restarts too
 * @param at when it was done, that is when the new size was in force
 * @param name in the cloud
 * @param id empty if there is none yet
 * @param changed new values by path for UPDATE and DRIFT, {@code "(removed)"} for what was removed
 * @param detail the error for FAILED, otherwise empty
 */
public record Operation(
        long sequence,
        Instant at,
        OperationKind kind,
        String type,
        String name,
        String id,
        Map<String, Object> changed,
        String detail) {

    static final String REMOVED = "(removed)";
}
