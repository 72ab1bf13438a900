/** The front door: routes, authorisation, limits, and every answer that a caller sees. */
@NullMarked
package io.pulumiscale.http;

import org.jspecify.annotations.NullMarked;
