package io.pulumiscale.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers for the Pulumi CLI, by how a command line begins; the latest that fits counts. */
final class FakeCommands implements Commands {
    final List<String> asked = new ArrayList<>();
    private final Map<String, Ran> answers = new LinkedHashMap<>();

    /** One that is well, with a stack on a backend of files. */
    static FakeCommands healthy(String backend) {
        return new FakeCommands()
                .says("version", "v3.255.0\n")
                .says("plugin ls", "[{\"name\":\"aws\",\"kind\":\"resource\",\"version\":\"6.83.0\"}]")
                .says("whoami", "{\"user\":\"ana\",\"url\":\"%s\"}".formatted(backend))
                .says("stack ls", "[{\"name\":\"dev\"}]")
                .says("stack export", "{\"version\":3,\"deployment\":{\"resources\":[{},{}]}}")
                .says(
                        "config",
                        "{\"pulumiscale:webhookToken\":{\"value\":\"open sesame, it is a test\",\"secret\":true}}");
    }

    FakeCommands says(String command, String output) {
        answers.put(command, new Ran(0, output, ""));
        return this;
    }

    FakeCommands fails(String command, String errors) {
        answers.put(command, new Ran(255, "", errors));
        return this;
    }

    @Override
    public Ran run(List<String> command, String input, Duration patience) throws IOException {
        String line = String.join(" ", command.subList(1, command.size()));
        asked.add(line);
        return answers.entrySet().stream()
                .filter(each -> line.startsWith(each.getKey()))
                .reduce((first, second) -> second)
                .map(Map.Entry::getValue)
                .orElseThrow(
                        () -> new IOException("Cannot run program \"pulumi\": error=2, No such file or directory"));
    }
}
