package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether the stack's lock is free and could be taken. A backend of files and Pulumi Cloud show it; an object store
 * would have to be asked by taking it.
 */
final class LockCheck implements Supplier<Finding> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Engine engine;
    private final String project;
    private final String stack;

    LockCheck(Engine engine, String project, String stack) {
        this.engine = engine;
        this.project = project;
        this.stack = stack;
    }

    @Override
    public Finding get() {
        try {
            Backend backend = new Backend(
                    engine.json("whoami", "--verbose", "--json").path("url").asText());
            if (backend.isPulumiCloud()) {
                return inCloud();
            }
            Optional<Path> folder = backend.folder();
            return folder.isPresent()
                    ? inFiles(folder.get().resolve(".pulumi/locks"))
                    : new Finding.NotChecked("this backend shows a lock only to who takes it; --lock does");
        } catch (Engine.NotDone e) {
            return new Finding.Failed(e.said(), "see 'backend'");
        } catch (IOException e) {
            return new Finding.Failed(
                    "the locks cannot be read: " + e, "this user needs to read and write the backend's folder");
        }
    }

    private Finding inCloud() {
        return StreamSupport.stream(engine.json("stack", "ls", "--json").spliterator(), false)
                        .filter(each -> isThis(each.path("name").asText()))
                        .anyMatch(each -> each.path("updateInProgress").asBoolean())
                ? held("an update of the stack is in progress")
                : new Finding.Fine("no update is in progress");
    }

    private boolean isThis(String name) {
        return name.equals(stack) || name.endsWith("/" + stack) || stack.endsWith("/" + name);
    }

    private Finding inFiles(Path locks) throws IOException {
        List<String> holders = new ArrayList<>();
        for (Path lock : files(folder(locks))) {
            holders.add(holder(lock));
        }
        if (!holders.isEmpty()) {
            return held("held by " + String.join(" and by ", holders));
        }
        return Files.isWritable(nearest(locks))
                ? new Finding.Fine("free")
                : new Finding.Failed(
                        "this user may not write in " + locks, "give it the right to write in the backend's folder");
    }

    private Finding held(String by) {
        return new Finding.Warning(
                by,
                "wait for its end. If that process is no more: pulumi cancel -s %s, which removes every lock of the stack"
                        .formatted(stack));
    }

    /** Backends that were made before projects had stacks of their own have no project in it. */
    private Path folder(Path locks) {
        String name = stack.substring(stack.lastIndexOf('/') + 1);
        Path own = locks.resolve("organization").resolve(project).resolve(name);
        return Files.exists(own) ? own : locks.resolve(name);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static String holder(Path file) throws IOException {
        JsonNode lock = JSON.readTree(Files.readString(file));
        return "%s@%s (pid %d) since %s"
                .formatted(
                        lock.path("username").asText("somebody"),
                        lock.path("hostname").asText("somewhere"),
                        lock.path("pid").asLong(),
                        lock.path("timestamp").asText("an unknown time"));
    }

    /** The folder itself is made with the first lock. */
    private static Path nearest(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }
}
