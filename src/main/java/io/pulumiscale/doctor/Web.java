package io.pulumiscale.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks servers; a test answers for them. */
interface Web {

    /**
     * @param trust for a server whose certificate is not of a public authority
     * @throws IOException there was no answer; the message is for people
     */
    Answer get(URI address, Optional<SSLContext> trust) throws IOException;

    /** @param date by the server's clock, to the second */
    record Answer(int status, Optional<Instant> date) {}
}
