package io.pulumiscale.simulate;

import io.pulumiscale.model.PoolCatalog;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of what was recorded, in either form. */
public final class Recording {
    private Recording() {}

    /**
     * @return in order of time
     * @throws BadInput it cannot be read, or replayed
     */
    public static List<Occurrence> read(Path file, PoolCatalog catalog) {
        String name = String.valueOf(file.getFileName());
        List<String> lines = lines(file, name);
        List<Occurrence> occurrences = lines.stream()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .startsWith("{")
                ? new AlertLines(name, catalog).read(lines)
                : new MetricSeries(name, List.copyOf(catalog.byName().keySet())).read(lines);
        if (occurrences.isEmpty()) {
            throw new BadInput(name, "there is nothing to replay in it");
        }
        return occurrences;
    }

    private static List<String> lines(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw new BadInput(name, "there is nothing to replay in it");
            }
            return lines;
        } catch (MalformedInputException e) {
            throw new BadInput(name, "is no text in UTF-8");
        } catch (IOException e) {
            throw new BadInput(name, "cannot be read: " + e);
        }
    }
}
