package io.pulumiscale.doctor;

/** What a check found. No text of it has a secret. */
public sealed interface Finding {

    /** For people. */
    String text();

    /** It works. */
    record Fine(String text) implements Finding {}

    /**
     * The scaler would run, but perhaps not as it is meant to.
     *
     * @param advice what to do
     */
    record Warning(String text, String advice) implements Finding {}

    /**
     * The scaler would not start, or could not scale.
     *
     * @param advice what to do
     */
    record Failed(String text, String advice) implements Finding {}

    /** There was nothing to look at, or no way to; says why. */
    record NotChecked(String text) implements Finding {}
}
