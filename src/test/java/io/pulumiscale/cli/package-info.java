@NullMarked
package io.pulumiscale.cli;

import org.jspecify.annotations.NullMarked;
