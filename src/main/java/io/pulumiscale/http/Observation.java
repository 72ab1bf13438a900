package io.pulumiscale.http;

/**
 * How the server and the scaler can be watched.
 *
 * @param events what is told to those who listen; the server closes it
 * @param metrics what is measured
 * @param openMetrics whether metrics are shown to whoever has no token
 * @param incidents is told what is turned away
 */
public record Observation(EventFeed events, Exposition metrics, boolean openMetrics, Incidents incidents) {}
