package io.pulumiscale.chaos;

import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.Sender;
import io.pulumiscale.it.World;
import io.pulumiscale.journal.Journals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The stack that is tested, and its scaler, which dies and is started again. */
final class Patient implements AutoCloseable {
    private static final Duration TO_END = Duration.ofMinutes(2);

    private final Path root;
    private final World world;
    private volatile ScalerProcess scaler;

    private Patient(Path root, World world, ScalerProcess scaler) {
        this.root = root;
        this.world = world;
        this.scaler = scaler;
    }

    /** With a stack that a person has deployed, and a scaler that is ready. */
    static Patient bornIn(Path root) {
        World world = World.of(root, ChaosPools.yaml());
        world.person().up().succeeded();
        return new Patient(root, world, world.scalerProcess());
    }

    World world() {
        return world;
    }

    Sender sender() {
        return scaler.sender();
    }

    boolean alive() {
        return scaler.handle().isAlive();
    }

    void killScaler() {
        scaler.handle().destroyForcibly();
        scaler.handle().onExit().join();
    }

    void terminateScaler() {
        scaler.endsWithin(TO_END);
    }

    /** The scaler's Pulumi CLIs of this moment. */
    List<ProcessHandle> engines() {
        return scaler.handle().descendants().filter(Patient::isEngine).toList();
    }

    void startScaler() {
        scaler = world.scalerProcess();
    }

    Ledger ledger() {
        return new LedgerFile(Path.of(Journals.standard(world.folder(), "dev"))).read();
    }

    /** Of whoever updates the stack, or has died over it. */
    List<String> locks() {
        Path locks = root.resolve("local/backend/.pulumi/locks");
        try (Stream<Path> files = Files.exists(locks) ? Files.walk(locks) : Stream.empty()) {
            return files.filter(it -> it.toString().endsWith(".json"))
                    .map(Patient::content)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        world.close();
    }

    private static boolean isEngine(ProcessHandle process) {
        return process.info().command().filter(it -> it.endsWith("/pulumi")).isPresent();
    }

    private static String content(Path lock) {
        try {
            return Files.readString(lock).strip();
        } catch (IOException e) {
            return "%s, unreadable: %s".formatted(lock.getFileName(), e);
        }
    }
}
