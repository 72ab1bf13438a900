package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pulumiscale.http.CredentialsFuzz;
import io.pulumiscale.http.RequestFuzz;
import io.pulumiscale.stack.ConfigurationFuzz;
import io.pulumiscale.webhook.AlarmFuzz;
import io.pulumiscale.webhook.AlertsFuzz;
import io.pulumiscale.webhook.PersonFuzz;
import io.pulumiscale.webhook.SnsFuzz;
import io.pulumiscale.webhook.sns.UrlFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code bench/fuzz} begins with, and what it has ever found, is tried in every build. */
class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final Map<String, ThrowingConsumer<byte[]>> TARGETS = Map.of(
            "AlarmFuzz", AlarmFuzz::fuzzerTestOneInput,
            "AlertsFuzz", AlertsFuzz::fuzzerTestOneInput,
            "ConfigurationFuzz", ConfigurationFuzz::fuzzerTestOneInput,
            "CredentialsFuzz", CredentialsFuzz::fuzzerTestOneInput,
            "PersonFuzz", PersonFuzz::fuzzerTestOneInput,
            "RequestFuzz", RequestFuzz::fuzzerTestOneInput,
            "SnsFuzz", SnsFuzz::fuzzerTestOneInput,
            "UrlFuzz", UrlFuzz::fuzzerTestOneInput);

    @TestFactory
    Stream<DynamicTest> everyInputIsUnderstoodOrRefused() throws IOException {
        return inputs(CORPUS, 2).stream().map(FuzzCorpusTest::tried);
    }

    @Test
    void everyTargetHasSeeds() throws IOException {
        assertThat(inputs(CORPUS, 1))
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
    }

    private static DynamicTest tried(Path input) {
        String target = CORPUS.relativize(input).getName(0).toString();
        return dynamicTest(
                CORPUS.relativize(input).toString(),
                () -> assertThat(Files.readAllBytes(input)).satisfies(TARGETS.get(target)));
    }

    /** What is exactly so deep in the folder. */
    private static List<Path> inputs(Path folder, int depth) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(path -> folder.relativize(path).getNameCount() == depth && !path.equals(folder))
                    .filter(path -> depth > 1 || Files.isDirectory(path))
                    .sorted()
                    .toList();
        }
    }
}
