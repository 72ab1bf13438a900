/** Remembers what was accepted, what was decided, and what was done about it. */
@NullMarked
package io.pulumiscale.journal;

import org.jspecify.annotations.NullMarked;
