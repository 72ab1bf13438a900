package io.pulumiscale.http;

import io.pulumiscale.webhook.Fault;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The request is answered with an error; the caller's doing, or a matter of time. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int POOLS_TOLD = 50;
    /** One header each, and Basic first: SNS looks for it, and takes no list apart. */
    private static final List<String> CHALLENGES =
            List.of("Basic realm=\"pulumiscale\"", "Bearer realm=\"pulumiscale\"");

    private final int status;
    private final transient Map<String, List<String>> headers;
    private final transient List<Fault> errors;

    private Refusal(int status, String detail, Map<String, List<String>> headers, List<Fault> errors) {
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

    static Refusal unauthorised() {
        return new Refusal(
                401,
                "a valid token is wanted: as Authorization: Bearer, as the password of Basic, or as ?token=",
                Map.of("WWW-Authenticate", CHALLENGES),
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
        return new Refusal(405, "allowed here: " + allow, Map.of("Allow", List.of(allow)), List.of());
    }

    static Refusal tooLarge(int maxBytes) {
        return new Refusal(413, "a body has at most %d bytes".formatted(maxBytes));
    }

    static Refusal tooManyAlerts(String detail) {
        return new Refusal(413, detail);
    }

    static Refusal wrongType(String wanted) {
        return new Refusal(415, wanted);
    }

    /** Trying again later is right. */
    static Refusal notNow(String why) {
        return notNow(why, RETRY);
    }

    /** Trying again after a while is right. */
    static Refusal notNow(String why, Duration wait) {
        return new Refusal(503, why, retryAfter(wait), List.of());
    }

    /** The same, for those who understand what they have done; Alertmanager and SNS would not try again. */
    static Refusal tooMany(String why, Duration wait) {
        return new Refusal(429, why, retryAfter(wait), List.of());
    }

    /** In whole seconds, rounded up. */
    private static Map<String, List<String>> retryAfter(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return Map.of("Retry-After", List.of(Long.toString(Math.max(1, seconds))));
    }

    Answer answer(String instance) {
        return Answer.problem(Problem.of(status, String.valueOf(getMessage()), instance, errors), headers);
    }
}
