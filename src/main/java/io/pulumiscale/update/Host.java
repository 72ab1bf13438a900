package io.pulumiscale.update;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine, by the name that the CLI gives it. */
final class Host {
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private Host() {}

    static String name() {
        try {
            return Files.exists(LINUX)
                    ? Files.readString(LINUX).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return ""; // no lock is of a machine without a name
        }
    }
}
