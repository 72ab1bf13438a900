package io.pulumiscale.bench;

import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every run of the Pulumi CLI, seen from outside: a script in its place on PATH writes down when each begins and ends. */
final class EngineCalls {
    private static final String WATCHER = """
            #!/bin/bash
            # Stands in for the CLI: the same, with its begin and its end written down, in nanoseconds.
            begin=$(date +%%s%%N)
            PATH=${PATH#*:} pulumi "$@" <&0 &
            child=$!
            trap 'kill -TERM $child' TERM INT
            wait $child
            code=$?
            echo "$begin $(date +%%s%%N) $*" >> '%s'
            exit $code
            """;

    private final Path record;

    private EngineCalls(Path record) {
        this.record = record;
    }

    /** Watches what is started in this world from now on. */
    static EngineCalls watched(World world, Path folder) throws IOException {
        Path record = folder.resolve("calls");
        Path bin = Files.createDirectories(folder.resolve("watched"));
        Path script = Files.writeString(bin.resolve("pulumi"), WATCHER.formatted(record));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        world.environment("PATH", bin + ":" + System.getenv("PATH"));
        return new EngineCalls(record);
    }

    /** In order of their ends. */
    List<Call> since(Instant since) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (Stream<String> lines = Files.lines(record)) {
            lines.map(Call::of).filter(call -> call.begin().isAfter(since)).forEach(calls::add);
        }
        return calls;
    }

    /** @param command without the program's name */
    record Call(Instant begin, Instant end, String command) {

        static Call of(String line) {
            String[] parts = line.split(" ", 3);
            return new Call(nanos(parts[0]), nanos(parts[1]), parts[2]);
        }

        private static Instant nanos(String text) {
            long nanos = Long.parseLong(text);
            return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
        }
    }
}
