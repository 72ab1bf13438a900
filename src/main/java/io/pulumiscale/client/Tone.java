package io.pulumiscale.client;

/** How a text is meant; a terminal may show it in colour. */
public enum Tone {
    PLAIN,
    /** Headings, and what the line is about. */
    STRONG,
    /** As it should be. */
    GOOD,
    /** Somebody should know. */
    WARNING,
    /** A person is needed. */
    BAD,
    /** Beside the point. */
    FAINT
}
