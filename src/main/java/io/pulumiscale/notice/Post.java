package io.pulumiscale.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Posts a message once. */
interface Post {

    /** Does not throw for what a receiver or a network does. */
    Answer send(URI url, Message message) throws InterruptedException;

    /** What became of it. No text of it has the URL. */
    sealed interface Answer {

        record Taken() implements Answer {}

        /** The receiver will never take this one. */
        record Refused(String reason) implements Answer {}

        /**
         * It may take it later.
         *
         * @param asked the pause that the receiver asks for
         */
        record Failed(String reason, Optional<Duration> asked) implements Answer {}
    }
}
