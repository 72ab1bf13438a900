package io.pulumiscale.webhook.sns;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that is to have a certificate has none. */
public final class UnusableCertificate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCertificate(Path file, Exception cause) {
        super("--sns-certificate %s: %s".formatted(file, why(cause)), cause);
    }

    private static String why(Exception cause) {
        return cause instanceof NoSuchFileException ? "there is no such file" : String.valueOf(cause.getMessage());
    }
}
