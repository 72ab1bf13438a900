package io.pulumiscale.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that must stand nowhere, in any of the forms in which it could have come there.
 *
 * @param name for the report; the value is in no text of this
 */
record Secret(String name, String value) {

    /** The name of the secret and the place, where it is found. */
    Stream<String> in(String place, String text) {
        return forms().stream().anyMatch(text::contains) ? Stream.of(name + " in " + place) : Stream.empty();
    }

    /** The same of every file below the folder, databases too. */
    Stream<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .flatMap(file -> in(folder.relativize(file).toString(), content(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In Latin-1 every byte is a character, and what is ASCII is found. One that is gone meanwhile has nothing. */
    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private List<String> forms() {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return List.of(
                value,
                encoded,
                encoded.replace("+", "%20"),
                base64(value),
                base64("sns:" + value),
                base64(":" + value));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
