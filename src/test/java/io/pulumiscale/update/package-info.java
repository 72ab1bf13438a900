@NullMarked
package io.pulumiscale.update;

import org.jspecify.annotations.NullMarked;
