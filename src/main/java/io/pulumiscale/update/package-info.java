/** One scoped update of the stack, through the Automation API; its only user. */
@NullMarked
package io.pulumiscale.update;

import org.jspecify.annotations.NullMarked;
