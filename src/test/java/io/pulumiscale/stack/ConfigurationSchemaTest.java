package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader take and refuse the same, as far as a schema can say it. */
class ConfigurationSchemaTest {
    private static final Path RESOURCES = Path.of("src/test/resources/configuration");
    private static final String FAR_OFF = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";

    /** What depends on another value, on what words mean, or on how Java counts. */
    private static final Pattern BEYOND_A_SCHEMA = Pattern.compile(String.join(
            "|",
            " is greater than max, ",
            " is not between min, ",
            " is not less than cpuHigh, ",
            " is not between (PT|P)[^ ]+ and ",
            "\\.datapoints: .* is not between",
            "schedule\\[0]\\.(min|max): .* is not between",
            " is equal to from",
            " is not a time in Unix cron: ",
            "\\.zone: .*unknown",
            " is there twice",
            " periods of ",
            " is not PT10S, PT20S",
            "tokens\\.\\w+\\.pools\\[\\d]: unknown",
            "notices\\[\\d]\\.pools\\[\\d]: unknown",
            "notices\\[\\d]\\.url: ",
            "means nothing without pulumiscale:scaler",
            "is made with the scaler, after the pools"));

    private StackFile file;

    @BeforeEach
    void project(@TempDir Path folder) {
        file = StackFile.in(folder);
    }

    static List<JsonNode> documents() {
        return SchemaDocument.read(RESOURCES.resolve("every-key.yaml"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void bothTakeWhatIsRight(JsonNode document) {
        assertThat(file.faults(document)).isEmpty();
        assertThat(SchemaDocument.errors(document)).isEmpty();
    }

    @Test
    void bothRefuseTheSameOddValuesInEveryPlace() {
        List<JsonNode> values = SchemaDocument.read(RESOURCES.resolve("odd-values.yaml"));
        assertThat(values).hasSizeGreaterThan(100);
        Set<String> seen = new TreeSet<>();
        for (JsonNode document : documents()) {
            Places.of(document).stream()
                    .filter(place -> seen.add(place.toString()))
                    .forEach(place -> assertThat(values)
                            .filteredOn(value -> like(value, document.at(place)))
                            .flatExtracting(
                                    value -> disagreement(place + " = " + value, Places.with(document, place, value)))
                            .isEmpty());
        }
    }

    /** Values of the same type, and a few of every other. */
    private static boolean like(JsonNode value, JsonNode good) {
        boolean plain = value.isEmpty() || value.has("secure");
        return value.getNodeType() == good.getNodeType()
                || (value.isContainerNode()
                        ? plain || good.isContainerNode()
                        : value.asText().length() <= 1);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void bothMissTheSame(JsonNode document) {
        assertThat(Places.of(document).stream()
                        .filter(place -> !place.toString().endsWith("webhookToken")) // `pulumi up` needs none
                        .flatMap(place -> disagreement("without " + place, Places.without(document, place)).stream()))
                .isEmpty();
    }

    private List<String> disagreement(String what, JsonNode document) {
        List<String> faults = file.faults(document);
        List<Error> errors = SchemaDocument.errors(document);
        if (faults.isEmpty() && !errors.isEmpty()) {
            return List.of("only the schema refuses " + what + ": " + errors);
        }
        boolean sayable = faults.stream()
                .anyMatch(fault -> !BEYOND_A_SCHEMA.matcher(fault).find());
        return sayable && errors.isEmpty() ? List.of("only the reader refuses " + what + ": " + faults) : List.of();
    }

    @Test
    void everyKeyOfTheSchemaIsInTheDocumentsOfThisTest() {
        Set<String> written = documents().stream()
                .flatMap(document -> Places.of(document).stream())
                .map(place -> place.last().getMatchingProperty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(SchemaDocument.mappings())
                .isNotEmpty()
                .allSatisfy(mapping -> assertThat(written).containsAll(SchemaDocument.keys(mapping)));
    }

    /** @param document its number in every-key.yaml */
    private record Place(String mapping, int document, String pointer) {
        JsonNode root() {
            return documents().get(document);
        }

        JsonPointer key(String name) {
            return JsonPointer.compile(pointer).appendProperty(name);
        }
    }

    static List<Place> mappings() {
        return List.of(
                new Place("token", 0, "/config/pulumiscale:tokens/ci"),
                new Place("notice", 0, "/config/pulumiscale:notices/0"),
                new Place("alerts", 0, "/config/pulumiscale:alerts"),
                new Place("kubernetes", 1, "/config/pulumiscale:pools/workers"),
                new Place("kubernetes", 3, "/config/pulumiscale:pools/workers"),
                new Place("resources", 1, "/config/pulumiscale:pools/workers/resources"),
                new Place("prometheusRule", 2, "/config/pulumiscale:pools/workers/rules/0"),
                new Place("scheduledBounds", 3, "/config/pulumiscale:pools/workers/schedule/0"),
                new Place("ec2", 4, "/config/pulumiscale:pools/web"),
                new Place("ec2", 5, "/config/pulumiscale:pools/web"),
                new Place("rootVolume", 4, "/config/pulumiscale:pools/web/rootVolume"),
                new Place("alarmRule", 6, "/config/pulumiscale:pools/web/rules/0"),
                new Place("metric", 6, "/config/pulumiscale:pools/web/rules/1/metrics/backlog"),
                new Place("eks", 7, "/config/pulumiscale:pools/batch"),
                new Place("taint", 7, "/config/pulumiscale:pools/batch/taints/0"),
                new Place("scaler", 8, "/config/pulumiscale:scaler"),
                new Place("resources", 8, "/config/pulumiscale:scaler/resources"),
                new Place("postgresql", 8, "/config/pulumiscale:scaler/postgresql"),
                new Place("ingress", 8, "/config/pulumiscale:scaler/ingress"),
                new Place("storage", 9, "/config/pulumiscale:scaler/storage"),
                new Place("network", 9, "/config/pulumiscale:scaler/network"),
                new Place("monitoring", 9, "/config/pulumiscale:scaler/monitoring"),
                new Place("awsAccess", 9, "/config/pulumiscale:scaler/aws"));
    }

    /** The reader lists the keys that there are where none is like the one that it met. */
    @ParameterizedTest
    @MethodSource("mappings")
    void bothKnowTheSameKeys(Place place) {
        JsonNode extended = Places.with(place.root(), place.key(FAR_OFF), new TextNode("x"));
        assertThat(SchemaDocument.errors(extended)).isNotEmpty();
        assertThat(known(file.faults(extended))).isEqualTo(SchemaDocument.keys(place.mapping()));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void theDefaultsOfTheSchemaAreTheReaders(Place place) {
        JsonNode keys = SchemaDocument.definition(place.mapping()).path("properties");
        assertThat(keys.properties()).isNotEmpty().allSatisfy(key -> {
            JsonNode standard = SchemaDocument.resolved(key.getValue()).path("default");
            JsonNode written = Places.with(place.root(), place.key(key.getKey()), standard);
            if (!standard.isMissingNode() && file.faults(written).isEmpty()) {
                assertThat(StackFile.understood(written))
                        .isEqualTo(StackFile.understood(Places.without(place.root(), place.key(key.getKey()))));
            }
        });
    }

    @Test
    void everyMappingWithKeysIsLookedAt() {
        Stream<String> parts = Stream.of("sizes", "restraints"); // of the kinds
        assertThat(Stream.concat(parts, mappings().stream().map(Place::mapping)))
                .containsAll(SchemaDocument.mappings());
    }

    @Test
    void aKeyThatPulumiScaleDoesNotHaveIsRefusedAndOthersOwnAreNot() {
        ObjectNode document = documents().get(0).deepCopy();
        ObjectNode config = document.withObject("/config");
        config.put("aws:region", "us-east-1").put("kubernetes:x", "y");
        assertThat(file.faults(document)).isEmpty();
        assertThat(SchemaDocument.errors(document)).isEmpty();
        config.put("pulumiscale:token", "x");
        assertThat(file.faults(document)).containsExactly("token: unknown, did you mean tokens?");
        assertThat(SchemaDocument.errors(document)).isNotEmpty();
    }

    @Test
    void theExampleIsValid() {
        assertThat(SchemaDocument.errors(
                        SchemaDocument.read(Path.of("Pulumi.dev.yaml")).get(0)))
                .isEmpty();
    }

    private static Set<String> known(List<String> faults) {
        assertThat(faults).hasSize(1);
        String list = faults.get(0).replaceFirst(".*unknown, there is ", "");
        return new TreeSet<>(Arrays.asList(list.split(", ")));
    }
}
