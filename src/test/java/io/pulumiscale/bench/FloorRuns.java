package io.pulumiscale.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the SDK, and the disk, take at least. */
final class FloorRuns {
    private static final Pattern UP = Pattern.compile("(?m)^up (\\d+)$");

    private FloorRuns() {}

    /** Inline updates of an empty program on an empty stack; the first, which is cold, is left out. */
    static List<Duration> sdk(Path lib, Path source, int rounds) throws IOException {
        Path folder = Files.createTempDirectory("floor-");
        List<String> command =
                List.of("java", "-cp", lib + "/*", source.toString(), folder.toString(), String.valueOf(rounds + 1));
        try (Started floor = Started.of(folder, Map.of(), "", command)) {
            return UP.matcher(floor.output())
                    .results()
                    .skip(1)
                    .map(up -> Duration.ofMillis(Long.parseLong(up.group(1))))
                    .toList();
        }
    }

    /** Appending and syncing 1 KB. */
    static List<Duration> fsync(Path folder, int rounds) throws IOException {
        List<Duration> took = new ArrayList<>();
        Path file = Files.createTempFile(folder, "fsync", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(1024));
                channel.force(false);
                took.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        return took;
    }
}
