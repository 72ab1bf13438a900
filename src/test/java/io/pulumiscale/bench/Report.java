package io.pulumiscale.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What was measured, as a table for people and as JSON. */
record Report(String circumstances, List<Figure> figures) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), markdown());
        Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(figures) + "\n");
    }

    String table() {
        return figures.stream()
                .map(it ->
                        "| %s | %s | %s | %s |".formatted(it.figure(), it.shown(), it.goal(), it.ok() ? "yes" : "no"))
                .collect(
                        Collectors.joining("\n", "| figure | value | goal | met |\n| --- | --- | --- | --- |\n", "\n"));
    }

    String markdown() {
        String raw = figures.stream()
                .map(it -> it.raw().stream()
                        .map(line -> "    " + line)
                        .collect(Collectors.joining("\n", it.figure() + "\n\n", "\n")))
                .collect(Collectors.joining("\n"));
        return "# Measured\n\n%s\n\n%s\n## Raw\n\nTimes are in milliseconds, in the order in which they were measured.\n\n%s"
                .formatted(circumstances, table(), raw);
    }
}
