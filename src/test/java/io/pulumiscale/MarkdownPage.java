package io.pulumiscale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of the project, by its place in it.
 *
 * @param text without blocks of code
 */
record MarkdownPage(Path file, String text) {
    private static final Pattern BLOCK = Pattern.compile("^[ \\d.]*```.*?^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    /**
     * Where a link leads to.
     *
     * @param from the page that it is on
     * @param anchor empty for the page itself
     */
    record Link(Path from, String target, Path file, String anchor) {}

    static MarkdownPage read(Path file) {
        try {
            String text = Files.readString(file);
            return new MarkdownPage(file.normalize(), BLOCK.matcher(text).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that people read: at the top, and in docs. */
    static List<MarkdownPage> all() {
        return Stream.concat(files(Path.of(""), 1), files(Path.of("docs"), 2))
                .map(MarkdownPage::read)
                .toList();
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that stay in the project. */
    List<Link> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .filter(target -> URI.create(target).getScheme() == null)
                .map(this::link)
                .toList();
    }

    private Link link(String target) {
        URI uri = URI.create(target);
        String path = uri.getPath();
        Path to = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        return new Link(file, target, to, uri.getFragment() == null ? "" : uri.getFragment());
    }

    /** As GitHub makes them of headings. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(text).results().map(heading -> anchor(heading.group(1))).forEach(anchor -> {
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    private static String anchor(String heading) {
        String bare = LINK.matcher(heading).replaceAll(link -> link.group().replaceAll("^\\[|]\\(.*", ""));
        return NOT_IN_ANCHORS
                .matcher(bare.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }

    /** What is marked as code in running text. */
    List<String> code() {
        return CODE.matcher(text)
                .results()
                .map(code -> code.group(2).replaceAll("\\s+", " ").strip())
                .toList();
    }
}
