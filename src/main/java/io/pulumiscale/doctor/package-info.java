/** Whether a scaler would work here: every prerequisite looked at, each with what to do about it. Changes nothing. */
@NullMarked
package io.pulumiscale.doctor;

import org.jspecify.annotations.NullMarked;
