/** The Pulumi program: the one that a person's {@code pulumi up} runs whole and the scaler runs scoped. */
@NullMarked
package io.pulumiscale.stack;

import org.jspecify.annotations.NullMarked;
