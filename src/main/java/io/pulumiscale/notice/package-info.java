/** Tells people, by webhooks of theirs, what happens to their pools. In nobody's way: on threads of its own. */
@NullMarked
package io.pulumiscale.notice;

import org.jspecify.annotations.NullMarked;
