package io.pulumiscale.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner can read: the cloud's state holds the values of Kubernetes Secrets. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Opens a file for writing; it and its directory are made if they are missing. */
    static FileChannel open(Path file, OpenOption how) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, how), ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
