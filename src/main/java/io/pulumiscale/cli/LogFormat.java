package io.pulumiscale.cli;

/** How the log is written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** An object a line, for programs. */
    JSON
}
