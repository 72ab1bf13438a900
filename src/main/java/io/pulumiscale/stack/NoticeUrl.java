package io.pulumiscale.stack;

import inet.ipaddr.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a notice may be posted: {@code https}, or {@code http} on this machine or where it is allowed. */
final class NoticeUrl {
    private static final String FORM = "a URL such as https://example.com/hook is needed, without user and fragment";

    private NoticeUrl() {}

    /** Either what it is, or what is wrong with it; the problem does not repeat it. */
    record Checked(Optional<URI> url, Optional<String> problem) {}

    static Checked of(String text, boolean allowHttp) {
        try {
            URI url = new URI(text);
            return problem(url, allowHttp)
                    .map(problem -> new Checked(Optional.empty(), Optional.of(problem)))
                    .orElseGet(() -> new Checked(Optional.of(url), Optional.empty()));
        } catch (URISyntaxException e) {
            return new Checked(Optional.empty(), Optional.of(FORM)); // its message repeats the text
        }
    }

    static boolean secure(URI url) {
        return "https".equals(scheme(url));
    }

    private static Optional<String> problem(URI url, boolean allowHttp) {
        boolean http = scheme(url).equals("http");
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || url.getPort() == 0
                || url.getPort() > 65_535
                || (!http && !secure(url))) {
            return Optional.of(FORM);
        }
        return http && !allowHttp && !onThisMachine(url.getHost())
                ? Optional.of("is http, which anybody on the way can read: use https, or set allowHttp to true")
                : Optional.empty();
    }

    /** Names other than localhost are whatever DNS says. */
    private static boolean onThisMachine(String host) {
        HostName name = new HostName(host);
        return host.equalsIgnoreCase("localhost")
                || (name.isAddress() && name.asAddress().isLoopback());
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }
}
