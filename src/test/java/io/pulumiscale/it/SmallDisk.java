package io.pulumiscale.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own that can really be filled. To mount it takes root, on Linux. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "2m";
    private static final int CHUNK = 512;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Where it cannot be mounted the test is skipped, and says so. */
    static SmallDisk mount(Path folder) {
        try {
            Files.createDirectories(folder);
            Process mount = command("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
            boolean mounted = mount.waitFor() == 0;
            if (!mounted) {
                System.err.println("SKIPPED: a disk of " + SIZE + " cannot be mounted; it takes root, on Linux");
            }
            assumeTrue(mounted, "a small disk cannot be mounted");
            return new SmallDisk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Until not a byte more fits. */
    void fill() {
        try (OutputStream ballast = Files.newOutputStream(file("ballast"))) {
            while (true) {
                ballast.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void makeRoom() {
        try {
            Files.delete(file("ballast"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        int code = command("umount", folder.toString()).onExit().join().exitValue();
        if (code != 0) {
            throw new IOException("still mounted: " + folder);
        }
    }

    private static Process command(String... words) throws IOException {
        return new ProcessBuilder(words).inheritIO().start();
    }
}
