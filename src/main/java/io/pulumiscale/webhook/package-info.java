/** Deliveries, as bytes, to what they ask of the pools; nothing here decides, stores or answers. */
@NullMarked
package io.pulumiscale.webhook;

import org.jspecify.annotations.NullMarked;
