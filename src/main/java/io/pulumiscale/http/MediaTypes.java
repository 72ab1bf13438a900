package io.pulumiscale.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The content types that an endpoint reads, always as UTF-8.
 *
 * @param mayBeMissing whether a request that says nothing is read too
 */
record MediaTypes(List<String> types, boolean mayBeMissing) {
    static final MediaTypes JSON = new MediaTypes(List.of("application/json"), false);
    /** SNS says text/plain unless the subscription sets another. */
    static final MediaTypes SNS = new MediaTypes(List.of("text/plain", "application/json"), true);

    /** Refuses a request of another type. */
    void check(Request request) {
        Optional<String> type = request.header("Content-Type");
        if (!type.map(this::isRead).orElse(mayBeMissing)) {
            throw Refusal.wrongType("Content-Type must be %s, in UTF-8".formatted(String.join(" or ", types)));
        }
        if (request.header("Content-Encoding")
                .filter(it -> !it.equalsIgnoreCase("identity"))
                .isPresent()) {
            throw Refusal.wrongType("a Content-Encoding is not understood");
        }
    }

    private boolean isRead(String header) {
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        return types.contains(parts[0].strip())
                && List.of(parts).stream().skip(1).allMatch(MediaTypes::isUtf8);
    }

    private static boolean isUtf8(String parameter) {
        String[] pair = parameter.strip().split("=", 2);
        boolean charset = pair.length == 2 && pair[0].strip().equals("charset");
        return !charset || List.of("utf-8", "us-ascii").contains(pair[1].strip().replace("\"", ""));
    }
}
