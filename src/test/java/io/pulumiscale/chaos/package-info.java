/** The crash test: random alerts, people and blows against the real engine, and the audit of what is left. */
@NullMarked
package io.pulumiscale.chaos;

import org.jspecify.annotations.NullMarked;
