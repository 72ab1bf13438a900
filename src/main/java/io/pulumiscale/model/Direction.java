package io.pulumiscale.model;

/** Scale out adds, scale in takes away. */
public enum Direction {
    OUT,
    IN
}
