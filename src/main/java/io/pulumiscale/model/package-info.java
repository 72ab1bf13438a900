/** The words that every other package speaks: plain records, {@code java.*} only. */
@NullMarked
package io.pulumiscale.model;

import org.jspecify.annotations.NullMarked;
