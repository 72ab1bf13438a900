@NullMarked
package io.pulumiscale.client;

import org.jspecify.annotations.NullMarked;
