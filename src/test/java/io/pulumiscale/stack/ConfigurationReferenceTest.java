package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/configuration.md are those of the schema, and the examples in the documents are right. */
class ConfigurationReferenceTest {
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final String REGENERATE =
            "./mvnw test -Dtest=ConfigurationReferenceTest -Dpulumiscale.docs=write makes the tables again";
    private static final Pattern TABLE =
            Pattern.compile("(<!-- keys of (\\w+), from the schema -->\n).*?(<!-- end of keys -->)", Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OWN =
            Pattern.compile("^ *pulumiscale:|^ *kind: (ec2|eks|kubernetes)$", Pattern.MULTILINE);
    private static final Pattern LEFT_OUT = Pattern.compile("# …");

    @Test
    void theTablesAreThoseOfTheSchema() throws IOException {
        String written = Files.readString(DOCUMENT);
        String made = TABLE.matcher(written)
                .replaceAll(table -> table.group(1) + new ReferenceTable(table.group(2)).markdown() + table.group(3));
        if ("write".equals(System.getProperty("pulumiscale.docs"))) {
            Files.writeString(DOCUMENT, made);
        } else {
            assertThat(written).as(REGENERATE).isEqualTo(made);
        }
    }

    @Test
    void everyMappingHasATable() {
        assertThat(TABLE.matcher(SchemaDocument.text(DOCUMENT)).results().map(table -> table.group(2)))
                .containsAll(SchemaDocument.mappings())
                .contains("configuration")
                .doesNotHaveDuplicates();
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> documents = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), documents)
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> YAML.matcher(SchemaDocument.text(file)).results())
                    .map((MatchResult block) -> block.group(1))
                    .filter(block -> OWN.matcher(block).find())
                    .toList()
                    .stream();
        }
    }

    /** Excerpts: what an example leaves out is not missing. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleInTheDocumentsIsValid(String example) {
        boolean whole = !LEFT_OUT.matcher(example).find();
        List<Error> errors = SchemaDocument.errors(configuration(example)).stream()
                .filter(error -> whole || !List.of("required", "oneOf").contains(error.getKeyword()))
                .filter(error -> !error.getMessage().contains("'pulumiscale:pools' not found"))
                .toList();
        assertThat(errors).isEmpty();
    }

    @Test
    void examplesAreFound() throws IOException {
        assertThat(examples().count()).isGreaterThan(5);
    }

    private static JsonNode configuration(String example) {
        String yaml;
        if (example.stripLeading().startsWith("config:")) {
            yaml = example;
        } else {
            yaml = (example.contains("pulumiscale:") ? "config:\n" : "config:\n  pulumiscale:pools:\n")
                    + example.indent(8);
        }
        return SchemaDocument.documents(yaml).get(0);
    }
}
