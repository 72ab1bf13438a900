/** The real engine, the real language host, the scaler and the embedded cloud, together. */
@NullMarked
package io.pulumiscale.it;

import org.jspecify.annotations.NullMarked;
