package io.pulumiscale.cli;

/** For people, or for programs. */
public enum Output {
    TABLE,
    JSON
}
