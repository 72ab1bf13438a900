package io.pulumiscale.cli;

/**
 * @param keep leave everything running at the end, until the process is told to end
 * @param port of the scaler; 0 for any free one
 */
public record DemoOptions(boolean keep, int port) {}
