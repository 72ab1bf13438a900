/** Who has sent an SNS message, and SNS's part of a subscription: the only code that visits what a message names. */
@NullMarked
package io.pulumiscale.webhook.sns;

import org.jspecify.annotations.NullMarked;
