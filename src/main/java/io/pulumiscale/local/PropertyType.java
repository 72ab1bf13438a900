package io.pulumiscale.local;

/** What a property may hold, as the SDK's {@code *Args} classes declare it. */
sealed interface PropertyType {

    /** A single value. {@code ANY} takes everything (JSON). */
    enum Scalar implements PropertyType {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        ANY
    }

    record ListOf(PropertyType element) implements PropertyType {}

    record MapOf(PropertyType value) implements PropertyType {}

    /** Either of two, such as Kubernetes' {@code IntOrString}. */
    record OneOf(PropertyType left, PropertyType right) implements PropertyType {}

    /** A nested object; the class is read when it is first needed, as such types may contain themselves. */
    record ObjectOf(Class<?> args) implements PropertyType {}
}
