/** The demonstration: what a person would do, step by step, with the real CLI, a real scaler process and HTTP. */
@NullMarked
package io.pulumiscale.demo;

import org.jspecify.annotations.NullMarked;
