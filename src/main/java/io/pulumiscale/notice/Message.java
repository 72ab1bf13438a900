package io.pulumiscale.notice;

import io.pulumiscale.model.Notice;
import java.util.Map;

/**
 * What is posted.
 *
 * @param id the same each time that it is posted
 * @param body JSON
 * @param headers beside the content's type
 */
record Message(String id, String body, Map<String, String> headers) {

    /** Writes notices. */
    @FunctionalInterface
    interface Format {
        String body(Notice notice);
    }
}
