@NullMarked
package io.pulumiscale.webhook.sns;

import org.jspecify.annotations.NullMarked;
