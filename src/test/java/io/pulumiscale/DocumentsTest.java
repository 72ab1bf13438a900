package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.MarkdownPage.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there. */
class DocumentsTest {
    private static final Path INDEX = Path.of("docs/README.md");
    private static final Pattern OWN_FILE = Pattern.compile("(\\./)?(src|docs|bench|infra)/[\\w./-]*\\w");
    private static final Pattern TEST_CLASS = Pattern.compile("[A-Z][a-z]\\w*(Test|IT|Contract|Fuzz)");
    private static final Pattern LOG_TABLE =
            Pattern.compile("^\\| line \\| means .*?\\n\\n", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\| (.*?) \\| ", Pattern.MULTILINE);

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(links())
                .hasSizeGreaterThan(100)
                .allSatisfy(link -> assertThat(link.file())
                        .as("%s in %s", link.target(), link.from())
                        .exists());
    }

    @Test
    void everyAnchorIsAHeading() {
        assertThat(links())
                .filteredOn(link -> !link.anchor().isEmpty())
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(MarkdownPage.read(link.file()).anchors())
                        .as("%s in %s", link.target(), link.from())
                        .contains(link.anchor()));
    }

    private static List<Link> links() {
        return MarkdownPage.all().stream()
                .flatMap(page -> page.links().stream())
                .toList();
    }

    @Test
    void everyPageIsReachedFromTheIndex() {
        Set<Path> reached = new LinkedHashSet<>(Set.of(INDEX));
        Deque<Path> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            MarkdownPage.read(next.pop()).links().stream()
                    .map(Link::file)
                    .filter(file -> file.toString().endsWith(".md") && reached.add(file))
                    .forEach(next::push);
        }
        assertThat(MarkdownPage.all())
                .extracting(MarkdownPage::file)
                .filteredOn(file -> !file.startsWith("docs/adr")) // the folder is linked
                .allSatisfy(file -> assertThat(reached).contains(file));
    }

    @Test
    void filesThatAreNamedAreThere() {
        assertThat(MarkdownPage.all())
                .allSatisfy(page -> assertThat(page.code().stream()
                                .flatMap(code -> Stream.of(code.split(" ", -1)))
                                .filter(OWN_FILE.asMatchPredicate()))
                        .allSatisfy(file -> assertThat(Path.of(file)).exists()));
    }

    @Test
    void testsThatAreNamedAreThere() {
        Set<String> classes = sources(Path.of("src/test/java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(MarkdownPage.all().stream()
                        .filter(page -> !page.file().startsWith("docs/adr")) // they tell of their day
                        .flatMap(page -> page.code().stream())
                        .filter(TEST_CLASS.asMatchPredicate()))
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    /** The sources write {} for what varies, and break long texts. */
    @Test
    void linesOfTheLogThatAreExplainedAreWritten() {
        Set<String> written = sources(Path.of("src/main/java"))
                .map(file -> text(file).replaceAll("\"\\s*\\+ \"", "").replace("{}", "…"))
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet());
        String table = LOG_TABLE
                .matcher(text(Path.of("docs/operations.md")))
                .results()
                .map(match -> match.group())
                .collect(Collectors.joining());
        assertThat(FIRST_COLUMN
                        .matcher(table)
                        .results()
                        .map(row -> row.group(1))
                        .filter(cell -> cell.startsWith("`"))
                        .flatMap(cell -> new MarkdownPage(Path.of("operations"), cell).code().stream()))
                .hasSizeGreaterThan(30)
                .filteredOn(line -> written.stream().noneMatch(text -> text.startsWith(line)))
                .isEmpty();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
