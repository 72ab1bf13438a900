package io.pulumiscale.stack;

import java.util.List;

/**
 * How alarms reach the scaler.
 *
 * @param notified ARNs that the alarm on undelivered messages acts on: a topic that people read
 */
record Delivery(Endpoint endpoint, List<String> notified) {}
