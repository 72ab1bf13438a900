package io.pulumiscale.client;

/** In which directions a pool is paused now. */
public record PausedPool(String pool, Pool.Paused paused) {}
