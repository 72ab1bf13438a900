/** A real browser for tests. */
@NullMarked
package io.pulumiscale.browser;

import org.jspecify.annotations.NullMarked;
