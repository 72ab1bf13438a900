@NullMarked
package io.pulumiscale.policy;

import org.jspecify.annotations.NullMarked;
