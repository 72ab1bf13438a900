@NullMarked
package io.pulumiscale.doctor;

import org.jspecify.annotations.NullMarked;
