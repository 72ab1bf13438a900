package io.pulumiscale.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A server of S3's protocol, S3Proxy, that keeps its buckets as folders: each request is signed, as by S3's own rules. */
final class ObjectStore implements AutoCloseable {
    private static final String BUCKET = "state";
    private static final String KEY = "ana";
    private static final String SECRET = "what-ana-signs-with";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final Process process;

    private ObjectStore(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static ObjectStore in(Path folder) {
        try {
            Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
            int port = free();
            Path settings = Files.writeString(folder.resolve("s3proxy.conf"), settings(folder, port));
            Process process = new ProcessBuilder(
                            World.java().toString(), "-jar", jar().toString(), "--properties", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
            ObjectStore store = new ObjectStore(folder, port, process);
            await().atMost(PATIENCE).until(store::answers);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the engine, and whoever starts it. */
    Map<String, String> environment() {
        return Map.of(
                "PULUMI_BACKEND_URL",
                "s3://%s?endpoint=http://127.0.0.1:%d&s3ForcePathStyle=true&region=us-east-1".formatted(BUCKET, port),
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    Path bucket() {
        return folder.resolve("buckets").resolve(BUCKET);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("S3Proxy has ended; see " + folder.resolve("s3proxy.log"));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A header that it does not know is one of the engine's checksums: S3 itself has both. */
    private static String settings(Path folder, int port) {
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(port, KEY, SECRET, folder.resolve("buckets"));
    }

    private static Path jar() {
        Path jar = Path.of("target/object-store/s3proxy.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new AssertionError("there is no %s; ./mvnw verify -Pobject-store gets it".formatted(jar));
        }
        return jar;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
