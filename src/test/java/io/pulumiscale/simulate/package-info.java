@NullMarked
package io.pulumiscale.simulate;

import org.jspecify.annotations.NullMarked;
