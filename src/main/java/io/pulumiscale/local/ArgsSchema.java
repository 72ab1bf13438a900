package io.pulumiscale.local;

import java.util.SortedMap;

/** The properties of one {@code *Args} class by their names in Pulumi. */
record ArgsSchema(SortedMap<String, Property> properties) {

    record Property(PropertyType type, boolean required) {}
}
