package io.pulumiscale.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second embedded cloud away from the same state. It ends with the process, however that ends. */
final class StateLock implements AutoCloseable {
    private final FileChannel channel;

    StateLock(Path file) throws IOException {
        channel = PrivateFiles.open(file, StandardOpenOption.WRITE);
        if (!isFree()) {
            channel.close();
            throw new IOException("Another embedded cloud is running on this state: " + file);
        }
    }

    private boolean isFree() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
