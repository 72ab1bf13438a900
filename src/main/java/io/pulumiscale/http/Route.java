package io.pulumiscale.http;

import io.pulumiscale.model.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path, and what answers there.
 *
 * @param segments of the path; {@code {name}} stands for any that is not empty
 * @param right what a token must be good for; empty where none is needed
 * @param webhook machines call, which try again after a 503 and after nothing else
 */
record Route(String method, List<String> segments, Optional<Right> right, boolean webhook, Endpoint endpoint) {

    static Route get(String path, PromptEndpoint endpoint) {
        return new Route("GET", segments(path), Optional.of(Right.READ), false, endpoint);
    }

    static Route openGet(String path, PromptEndpoint endpoint) {
        return new Route("GET", segments(path), Optional.empty(), false, endpoint);
    }

    static Route post(String path, Right right, PromptEndpoint endpoint) {
        return keeping(path, right, endpoint);
    }

    /** What a person brings in. */
    static Route keeping(String path, Right right, Endpoint endpoint) {
        return new Route("POST", segments(path), Optional.of(right), false, endpoint);
    }

    static Route webhook(String path, Endpoint endpoint) {
        return new Route("POST", segments(path), Optional.of(Right.SCALE), true, endpoint);
    }

    boolean open() {
        return right.isEmpty();
    }

    boolean hasBody() {
        return method.equals("POST");
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /** The variables of the path, if it is this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (!match(segments.get(i), path.get(i), variables)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static boolean match(String wanted, String segment, Map<String, String> variables) {
        if (!wanted.startsWith("{")) {
            return wanted.equals(segment);
        }
        variables.put(wanted.substring(1, wanted.length() - 1), segment);
        return !segment.isEmpty();
    }

    boolean takes(String asked) {
        return methods().contains(asked);
    }

    /** HEAD is GET without the body. */
    List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }
}
