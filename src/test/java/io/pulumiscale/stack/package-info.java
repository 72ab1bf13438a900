@NullMarked
package io.pulumiscale.stack;

import org.jspecify.annotations.NullMarked;
