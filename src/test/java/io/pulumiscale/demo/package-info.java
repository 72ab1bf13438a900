@NullMarked
package io.pulumiscale.demo;

import org.jspecify.annotations.NullMarked;
