@NullMarked
package io.pulumiscale.metrics;

import org.jspecify.annotations.NullMarked;
