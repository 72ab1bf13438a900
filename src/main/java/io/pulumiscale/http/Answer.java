package io.pulumiscale.http;

import java.util.List;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param body written as JSON
 */
record Answer(int status, String contentType, Map<String, List<String>> headers, Object body) {

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
