package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the real reader says of a document. */
record StackFile(ConfigurationFile reader) {

    /** Of a project in a folder of its own. */
    static StackFile in(Path folder) {
        try {
            Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
            return new StackFile(ConfigurationFile.of(folder, "dev"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if it has none. */
    List<String> faults(JsonNode document) {
        try {
            reader.check(document, List.of());
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }

    /** What a whole run makes of it. */
    static List<Object> understood(JsonNode document) {
        List<Fault> faults = new ArrayList<>();
        Function<String, Optional<String>> values =
                key -> Optional.of(document.path("config").path("pulumiscale:" + key))
                        .filter(value -> !value.isMissingNode())
                        .map(value -> value.isTextual() ? value.textValue() : value.toString());
        Optional<Delivery> delivery = DeliveryReader.read(values, faults);
        WholeConfig whole = WholeConfig.read("shop", "dev", values, faults);
        return List.of(delivery, whole.pools().specs(), whole.scaler());
    }
}
