/** Alerts in, one safe {@code pulumi up} out. */
@NullMarked
package io.pulumiscale;

import org.jspecify.annotations.NullMarked;
