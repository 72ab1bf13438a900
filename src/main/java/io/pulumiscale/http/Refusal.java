package io.pulumiscale.http;

import io.pulumiscale.webhook.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The request is answered with an error; the caller's doing, or a matter of time. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "5";
    private static final int POOLS_TOLD = 50;

    private final int status;
    private final transient Map<String, String> headers;
    private final transient List<Fault> errors;

    private Refusal(int status, String detail, Map<String, String> headers, List<Fault> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = headers;
        this.errors = errors;
    }

    private Refusal(int status, String detail) {
        this(status, detail, Map.of(), List.of());
    }

    static Refusal malformed(List<Fault> errors) {
        String detail = errors.stream().limit(3).map(Fault::toString).collect(Collectors.joining("; "));
        return new Refusal(400, detail + (errors.size() > 3 ? "; …" : ""), Map.of(), errors);
    }

    static Refusal badRequest(String detail) {
        return new Refusal(400, detail);
    }

    static Refusal unauthorised(String challenge) {
        return new Refusal(
                401,
                "a valid token is wanted, as Authorization: Bearer, as the password of Basic, or as ?token=",
                Map.of("WWW-Authenticate", challenge),
                List.of());
    }

    static Refusal forbidden(String detail) {
        return new Refusal(403, detail);
    }

    static Refusal unknownPath() {
        return new Refusal(404, "there is nothing at this path");
    }

    static Refusal unknownPool(Collection<String> pools) {
        String known = pools.isEmpty()
                ? "there are none"
                : "there are " + pools.stream().limit(POOLS_TOLD).collect(Collectors.joining(", "));
        return new Refusal(404, "no such pool; " + known + (pools.size() > POOLS_TOLD ? ", …" : ""));
    }

    static Refusal notFound(String detail) {
        return new Refusal(404, detail);
    }

    /** It was possible, and is not any more. */
    static Refusal conflict(String detail) {
        return new Refusal(409, detail);
    }

    static Refusal wrongMethod(Collection<String> allowed) {
        String allow = String.join(", ", allowed);
        return new Refusal(405, "allowed here: " + allow, Map.of("Allow", allow), List.of());
    }

    static Refusal tooLarge(int maxBytes) {
        return new Refusal(413, "a body has at most %d bytes".formatted(maxBytes));
    }

    static Refusal wrongType(String wanted) {
        return new Refusal(415, wanted);
    }

    /** Trying again later is right. */
    static Refusal notNow(String why) {
        return new Refusal(503, why, Map.of("Retry-After", RETRY_SECONDS), List.of());
    }

    Answer answer(String instance) {
        return Answer.problem(Problem.of(status, String.valueOf(getMessage()), instance, errors), headers);
    }
}
