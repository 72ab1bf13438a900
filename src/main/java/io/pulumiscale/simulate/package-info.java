/** What the scaler would have done: its own loop on a clock, a journal and a stack that are not real. */
@NullMarked
package io.pulumiscale.simulate;

import org.jspecify.annotations.NullMarked;
