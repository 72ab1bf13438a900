package io.pulumiscale.stack.scaler;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When Prometheus asks for another size of a pool.
 *
 * @param name unique in the pool
 * @param expression PromQL; what it returns fires
 * @param lasting how long it has to return something before it does
 * @param action a word of the Alertmanager webhook; without one a value is a delta, and no value the pool's own step out
 */
public record PrometheusRule(
        String pool, String name, String expression, Duration lasting, Optional<String> action, OptionalInt value) {}
