package io.pulumiscale.update;

import io.pulumiscale.stack.StackName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The page of a stack on Pulumi Cloud, or on what is like it. */
final class StackPage {
    private static final int LONGEST = 500;

    private StackPage() {}

    /**
     * The one of this stack, if exactly one is.
     *
     * @param urls as the backend tells them, of any stacks
     */
    static Optional<URI> among(List<String> urls, String project, String stack) {
        String end = "/%s/%s".formatted(project, new StackName(stack).simple());
        List<URI> pages = urls.stream()
                .flatMap(url -> page(url).stream())
                .filter(page -> page.getPath().endsWith(end))
                .distinct()
                .toList();
        List<URI> own = pages.size() > 1
                ? pages.stream()
                        .filter(page -> page.getPath().endsWith("/" + stack))
                        .toList()
                : pages;
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    /** Only what may be a link: it is shown to people, and comes from a backend. */
    private static Optional<URI> page(String url) {
        try {
            URI page = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
            boolean plain =
                    page.getRawUserInfo() == null && page.getRawQuery() == null && page.getRawFragment() == null;
            return web && plain && page.getHost() != null && url.length() <= LONGEST
                    ? Optional.of(page)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
