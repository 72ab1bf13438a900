package io.pulumiscale.doctor;

/** Nothing says which cluster, or what does is wrong. */
final class ClusterUnknown extends Exception {
    private static final long serialVersionUID = 1L;

    private final String advice;

    ClusterUnknown(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    Finding finding() {
        return new Finding.Failed(String.valueOf(getMessage()), advice);
    }
}
