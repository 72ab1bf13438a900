package io.pulumiscale.client;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the server's events. */
record Event(String name, JsonNode data) {

    /** Whether it is about how far an update is. */
    boolean isProgress() {
        return name.equals("progress");
    }
}
