/** Deciding: pure functions of what is known; no clock, no I/O, no logger. */
@NullMarked
package io.pulumiscale.policy;

import org.jspecify.annotations.NullMarked;
