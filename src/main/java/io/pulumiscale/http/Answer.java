package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param body written as JSON, unless it is a {@link Text} or a {@link Stream}
 */
record Answer(int status, String contentType, Map<String, List<String>> headers, Object body) {

    /** A body that is written as it stands. */
    record Text(String text) {}

    /** A body that goes on and on; whoever makes it has the exchange to itself from then on. */
    interface Stream {
        void begin(HttpServerExchange exchange);
    }

    static Answer text(String contentType, String body) {
        return new Answer(200, contentType, Map.of(), new Text(body));
    }

    static Answer stream(Stream body) {
        return new Answer(200, "text/event-stream", Map.of(), body);
    }

    static Answer ok(Object body) {
        return new Answer(200, "application/json", Map.of(), body);
    }

    static Answer accepted(Object body) {
        return new Answer(202, "application/json", Map.of(), body);
    }

    static Answer problem(Problem problem, Map<String, List<String>> headers) {
        return new Answer(problem.status(), Problem.CONTENT_TYPE, headers, problem);
    }
}
