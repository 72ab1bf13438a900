package io.pulumiscale.http;

import java.util.Optional;

/** What {@code GET /metrics} shows. */
@FunctionalInterface
public interface Exposition {

    /** A page, in one of the formats that whoever scrapes it accepts. */
    record Page(String contentType, String text) {}

    /** @param accept the request's header, if it has one */
    Page page(Optional<String> accept);

    /** Nothing is measured. */
    static Exposition none() {
        return accept -> new Page("text/plain; version=0.0.4; charset=utf-8", "");
    }
}
