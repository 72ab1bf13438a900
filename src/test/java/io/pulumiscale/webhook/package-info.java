@NullMarked
package io.pulumiscale.webhook;

import org.jspecify.annotations.NullMarked;
