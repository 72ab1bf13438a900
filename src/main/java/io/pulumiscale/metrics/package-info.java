/** What the scaler counts and measures, for Prometheus. The names stand in docs/metrics.md. */
@NullMarked
package io.pulumiscale.metrics;

import org.jspecify.annotations.NullMarked;
