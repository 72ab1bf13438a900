package io.pulumiscale.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Everything that stood in the process list and in the environments of a process and of what it has started. */
final class ProcessWatch implements AutoCloseable {
    private final ProcessHandle watched;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "process watch");
    private volatile boolean ended;

    ProcessWatch(ProcessHandle watched) {
        this.watched = watched;
        thread.start();
    }

    private void watch() {
        while (!ended && watched.isAlive()) {
            Stream.concat(Stream.of(watched), watched.descendants()).forEach(this::look);
            Thread.onSpinWait();
        }
    }

    private void look(ProcessHandle process) {
        process.info().commandLine().ifPresent(seen::add);
        for (String what : new String[] {"cmdline", "environ"}) {
            try {
                seen.add(Files.readString(
                        Path.of("/proc", Long.toString(process.pid()), what), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                seen.add(""); // gone by now, or not Linux
            }
        }
    }

    String seen() {
        return String.join("\n", seen);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
