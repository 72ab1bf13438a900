/** The loop: claim, decide, update, record. */
@NullMarked
package io.pulumiscale.scaler;

import org.jspecify.annotations.NullMarked;
