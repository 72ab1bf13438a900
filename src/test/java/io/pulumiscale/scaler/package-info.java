@NullMarked
package io.pulumiscale.scaler;

import org.jspecify.annotations.NullMarked;
