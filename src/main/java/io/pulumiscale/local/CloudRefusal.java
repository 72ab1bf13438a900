package io.pulumiscale.local;

import io.grpc.Status;

/** The cloud will not do what it was asked; the message is worded as the real cloud words it. */
class CloudRefusal extends RuntimeException {
    private final Status.Code code;

    CloudRefusal(Status.Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Providers answer what the cloud's API refused with {@code UNKNOWN} and the API's own message. */
    CloudRefusal(String message) {
        this(Status.Code.UNKNOWN, message);
    }

    Status.Code code() {
        return code;
    }
}
