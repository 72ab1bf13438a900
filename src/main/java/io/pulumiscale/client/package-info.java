/** A running scaler seen from outside: its API over HTTP, and its answers as people read them. */
@NullMarked
package io.pulumiscale.client;

import org.jspecify.annotations.NullMarked;
