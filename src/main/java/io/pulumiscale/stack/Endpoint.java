package io.pulumiscale.stack;

import com.pulumi.core.Output;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where SNS reaches the scaler.
 *
 * @param base {@code https://HOST[:PORT][/PATH]}, without a slash at its end
 * @param tokenInQuery whether the token is in the query rather than in the user info, which SNS never shows
 */
record Endpoint(URI base, boolean tokenInQuery) {
    private static final String ROUTE = "/webhook/cloudwatch";

    /** What the scaler is told as the user; the token is the password. */
    private static final String USER = "pulumiscale";

    /** Empty if it is no base URL for it. */
    static Optional<Endpoint> of(String text, boolean tokenInQuery) {
        try {
            return Optional.of(URI.create(text.strip().replaceFirst("/+$", "")))
                    .filter(Endpoint::isBase)
                    .map(base -> new Endpoint(base, tokenInQuery));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isBase(URI uri) {
        return "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    /** What SNS is given; a secret, as the token is in it. */
    Output<String> secretWith(String token) {
        return Output.ofSecret(urlWith(token));
    }

    String urlWith(String token) {
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
        String place = base.getRawAuthority() + base.getRawPath() + ROUTE;
        return tokenInQuery
                ? "https://%s?token=%s".formatted(place, encoded)
                : "https://%s:%s@%s".formatted(USER, encoded, place);
    }
}
