@NullMarked
package io.pulumiscale.journal;

import org.jspecify.annotations.NullMarked;
