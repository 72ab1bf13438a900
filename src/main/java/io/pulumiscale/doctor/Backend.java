package io.pulumiscale.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** Where a stack is kept, by the address that the CLI gives. */
record Backend(String url) {
    private static final String FILE = "file://";

    /** An address may have a user's password in it, or a key in its query. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@]*@", "//***@").replaceFirst("\\?.*", "");
    }

    /** The folder of a backend of files. */
    Optional<Path> folder() {
        if (!url.startsWith(FILE)) {
            return Optional.empty();
        }
        String path = url.substring(FILE.length()).replaceFirst("\\?.*", "");
        return Optional.of(Path.of(path.replaceFirst("^~", System.getProperty("user.home"))));
    }

    boolean isPulumiCloud() {
        return url.startsWith("http://") || url.startsWith("https://");
    }
}
