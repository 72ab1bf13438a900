package io.pulumiscale.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The person's own Pulumi CLI. */
final class Pulumi {
    private static final JsonMapper JSON = new JsonMapper();

    private final Shell shell;

    Pulumi(Shell shell) {
        this.shell = shell;
    }

    void init(String token) {
        run("stack", "init", Stage.STACK);
        shell.run(command("config", "set", "--secret", "pulumiscale:webhookToken"), token);
    }

    /** @return how many resources it made, changed or left, as it says itself */
    String up() {
        return run("up", "--yes", "--skip-preview")
                .lines()
                .dropWhile(line -> !line.startsWith("Resources:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    String output(String name) {
        return run("stack", "output", name).strip();
    }

    /** One line an update, the oldest first. */
    String history() {
        try {
            List<JsonNode> updates = new ArrayList<>();
            JSON.readTree(run("stack", "history", "--json")).forEach(update -> updates.add(0, update));
            return IntStream.range(0, updates.size())
                    .mapToObj(index -> line(index + 1, updates.get(index)))
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException e) {
            throw new DemoFailed("the history is not readable: " + e.getMessage());
        }
    }

    private static String line(int number, JsonNode update) {
        String message = update.path("message").asText();
        return "%2d  %-9s  %-10s  %s"
                .formatted(
                        number,
                        update.path("result").asText(),
                        changes(update.path("resourceChanges")),
                        message.isEmpty() ? "(a person's `pulumi up`)" : message);
    }

    private static String changes(JsonNode byKind) {
        String changes = Stream.of("create", "update", "replace", "delete")
                .filter(byKind::has)
                .map(kind -> "%d %sd".formatted(byKind.path(kind).asInt(), kind))
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "unchanged" : changes;
    }

    private String run(String... arguments) {
        return shell.run(command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pulumi"));
        command.addAll(List.of(arguments));
        if (!command.contains("init")) {
            command.addAll(List.of("--stack", Stage.STACK));
        }
        command.addAll(List.of("--color", "never", "--non-interactive"));
        return command;
    }
}
