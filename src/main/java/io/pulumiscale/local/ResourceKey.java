package io.pulumiscale.local;

/** What makes a resource one resource: ids are unique in a region and a type. */
record ResourceKey(String type, String region, String id) {}
