package io.pulumiscale.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The one table from what goes wrong on the way to a scaler to what people read. */
final class Failures {
    private static final String WHERE = "--url or $PULUMISCALE_URL says where it is";

    private final Address address;

    Failures(Address address) {
        this.address = address;
    }

    /** Nothing came back. */
    CallFailed of(IOException e) {
        if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
            return CallFailed.unknown("%s does not answer within %s; --request-timeout has more patience"
                    .formatted(address.url(), Moments.span(address.patience())));
        }
        if (e instanceof ConnectException && hasCause(e, UnresolvedAddressException.class)) {
            return CallFailed.refused(
                    "there is no host %s; %s".formatted(address.url().getHost(), WHERE));
        }
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return CallFailed.notNow(
                    "no scaler can be reached at %s; is it running? %s".formatted(address.url(), WHERE));
        }
        if (e instanceof SSLException) {
            return CallFailed.refused(
                    "no trusted connection to %s: %s; --ca-cert names the authority of its certificate"
                            .formatted(address.url(), e.getMessage()));
        }
        return CallFailed.unknown("the connection to %s broke: %s%s"
                .formatted(address.url(), e.getMessage(), isPlain() ? "; does it speak https?" : ""));
    }

    private boolean isPlain() {
        return "http".equals(address.url().getScheme());
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** It said no. */
    CallFailed of(String call, HttpResponse<?> response, Optional<Problem> problem) {
        int status = response.statusCode();
        String detail = problem.map(Problem::told).orElse("no reason is given");
        return switch (status) {
            case 401 -> CallFailed.refused(status, unauthorised());
            case 403 -> CallFailed.refused(status, "%s may not: %s".formatted(address.token(), detail));
            case 404, 405 -> missing(call, status, problem);
            case 429, 503 -> CallFailed.notNow("%s: %s%s".formatted(address.url(), detail, retry(response)));
            default -> CallFailed.refused(status, other(call, response, problem));
        };
    }

    private String unauthorised() {
        return "%s does not take %s: is it another scaler's, or an old one? %s"
                .formatted(address.url(), address.token(), "--token-file or $PULUMISCALE_TOKEN gives another");
    }

    /** A path that a scaler does not know is one of a later version than it is. */
    private CallFailed missing(String call, int status, Optional<Problem> problem) {
        if (problem.isEmpty()) {
            return CallFailed.refused(strange("answers %s with %d".formatted(call, status)));
        }
        if (status == 405 || problem.get().detail().contains("nothing at this path")) {
            return CallFailed.refused(
                    "the scaler at %s is older than this program: it has no %s; update it, or use the program of its version"
                            .formatted(address.url(), call));
        }
        return CallFailed.refused(status, problem.get().told());
    }

    private String other(String call, HttpResponse<?> response, Optional<Problem> problem) {
        int status = response.statusCode();
        if (problem.isPresent()) {
            return problem.get().told();
        }
        return response.headers()
                .firstValue("Location")
                .filter(to -> status < 400)
                .map(to -> "%s sends elsewhere, to %s; --url says where the scaler is".formatted(address.url(), to))
                .orElseGet(() -> strange("answers %s with %d".formatted(call, status)));
    }

    /** What it said cannot be understood. */
    CallFailed strangeAnswer(String call, String why) {
        return CallFailed.refused(
                strange("answers %s with what this program does not understand (%s)".formatted(call, why)));
    }

    private String strange(String what) {
        return "%s %s: it is no scaler, or one of another version; %s".formatted(address.url(), what, WHERE);
    }

    private static String retry(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map("; try again in %s s"::formatted)
                .orElse("; try again later");
    }
}
