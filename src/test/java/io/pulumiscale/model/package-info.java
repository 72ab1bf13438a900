@NullMarked
package io.pulumiscale.model;

import org.jspecify.annotations.NullMarked;
