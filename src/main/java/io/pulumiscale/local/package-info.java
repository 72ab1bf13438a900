/**
 * The embedded cloud: the Pulumi providers {@code aws} and {@code kubernetes}, served over gRPC on the loopback
 * interface to the real Pulumi engine, for the demo and the tests.
 *
 * <p>{@link io.pulumiscale.local.EmbeddedCloud} is the way in. What a resource may be given is read from the SDK's own
 * {@code *Args} classes; what the clouds do with it (ids, ARNs, replacement, refusals) is in {@code AwsKinds} and
 * {@code KubernetesKinds}.
 */
@NullMarked
package io.pulumiscale.local;

import org.jspecify.annotations.NullMarked;
