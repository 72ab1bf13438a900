@NullMarked
package io.pulumiscale.http;

import org.jspecify.annotations.NullMarked;
