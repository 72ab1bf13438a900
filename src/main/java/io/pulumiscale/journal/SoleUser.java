package io.pulumiscale.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Holds a file against a second scaler, which would carry out the same intents. The operating system lets go of it when
 * the process ends, however it ends.
 */
final class SoleUser implements AutoCloseable {
    private final FileChannel lock;

    private SoleUser(FileChannel lock) {
        this.lock = lock;
    }

    /** @throws JournalException someone else has it, or its folder cannot be written */
    static SoleUser of(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
            Files.createDirectories(folder);
            Path beside = folder.resolve(file.getFileName() + ".lock");
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new JournalException("another scaler uses the journal " + file);
            }
            return new SoleUser(channel);
        } catch (IOException e) {
            throw new JournalException("the journal %s cannot be written: %s".formatted(file, e), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new JournalException("the journal's lock cannot be closed", e);
        }
    }
}
