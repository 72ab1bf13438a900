package io.pulumiscale.local;

import org.jspecify.annotations.Nullable;

/**
 * Which operations a fault is for; null matches everything.
 *
 * @param type token
 * @param name in the cloud or in the program
 * @param kind CREATE, UPDATE or DELETE
 */
public record Match(
        @Nullable String type,
        @Nullable String name,
        @Nullable OperationKind kind) {

    /** Every operation. */
    public static Match any() {
        return new Match(null, null, null);
    }

    /** Every operation on resources of a type, such as {@code aws:autoscaling/group:Group}. */
    public static Match type(String type) {
        return new Match(type, null, null);
    }

    /** Every operation on resources of a name. */
    public static Match name(String name) {
        return new Match(null, name, null);
    }

    /** Every operation on one resource. */
    public static Match of(String type, String name) {
        return new Match(type, name, null);
    }

    /** The same, but only when it is created, updated or deleted. */
    public Match on(OperationKind only) {
        return new Match(type, name, only);
    }

    boolean matches(Subject subject) {
        return (type == null || type.equals(subject.type()))
                && (name == null || name.equals(subject.name()) || name.equals(subject.program()))
                && (kind == null || kind == subject.kind());
    }
}
