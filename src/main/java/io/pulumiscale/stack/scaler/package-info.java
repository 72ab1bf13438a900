/** The scaler itself as the stack provisions it: whole runs only, never a scoped one. */
@NullMarked
package io.pulumiscale.stack.scaler;

import org.jspecify.annotations.NullMarked;
