package io.pulumiscale.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A file of one JSON object a line. A line is written before {@link #append} returns, so it outlives the process,
 * though not a power failure: nothing is forced to the disk.
 */
final class JsonLines<T> implements AutoCloseable {
    private final Path file;
    private final Class<T> type;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final FileChannel channel;

    JsonLines(Path file, Class<T> type) throws IOException {
        this.file = file;
        this.type = type;
        this.channel = PrivateFiles.open(file, StandardOpenOption.APPEND);
    }

    /** Everything written; a last line that a killed process left unfinished is dropped. */
    List<T> read() throws IOException {
        var text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        var entries = new ArrayList<T>();
        for (String line : text.substring(0, end).lines().toList()) {
            entries.add(json.readValue(line, type));
        }
        return List.copyOf(entries);
    }

    synchronized void append(T entry) {
        try {
            var bytes = ByteBuffer.wrap(line(entry).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** A file at {@code file} with {@code entries} and nothing else, put in place at once. */
    static <T> void rewrite(Path file, Class<T> type, Collection<T> entries) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var lines = new JsonLines<>(fresh, type)) {
            entries.forEach(lines::append);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private String line(T entry) throws JsonProcessingException {
        return json.writeValueAsString(entry) + "\n";
    }
}
