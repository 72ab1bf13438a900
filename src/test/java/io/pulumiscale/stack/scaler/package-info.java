@NullMarked
package io.pulumiscale.stack.scaler;

import org.jspecify.annotations.NullMarked;
