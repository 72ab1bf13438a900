@NullMarked
package io.pulumiscale.notice;

import org.jspecify.annotations.NullMarked;
