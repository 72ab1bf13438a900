package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A provider plugin that the program makes the engine start.
 *
 * @param version that the SDK asks for; a later one of the same major version does as well
 */
public record ProviderPlugin(String name, String version) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Of which the program registers resources. */
    static ProviderPlugin aws() {
        return of("/com/pulumi/aws/plugin.json");
    }

    static ProviderPlugin kubernetes() {
        return of("/com/pulumi/kubernetes/plugin.json");
    }

    /** Whether the engine would take this version. */
    public boolean isMetBy(String other) {
        List<Integer> have = numbers(other);
        List<Integer> want = numbers(version);
        return have.get(0).equals(want.get(0)) && Arrays.compare(array(have), array(want)) >= 0;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What is no number counts as nought. */
    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.replaceFirst("[-+].*", "").split("\\.", -1))
                .map(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
                .toList();
    }

    /** The SDK's own jar says which. */
    private static ProviderPlugin of(String resource) {
        try (InputStream stream = ProviderPlugin.class.getResourceAsStream(resource)) {
            JsonNode plugin = JSON.readTree(Objects.requireNonNull(stream, resource));
            return new ProviderPlugin(
                    plugin.path("name").asText(), plugin.path("version").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
