package io.pulumiscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever copies a command out of a document can run it. */
class DocumentedCommandsTest {
    private static final Pattern COMMAND =
            Pattern.compile("\\./pulumiscale ([a-z]+(?: (?:validate|schema|rotate))?)(?=[ `\\n])");
    private static final List<String> OF_THE_LAUNCHER = List.of("chaos");

    @Test
    void commandsInTheDocumentsAreThere() throws IOException {
        List<String> commands;
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            commands = Stream.concat(files, Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(DocumentedCommandsTest::commands)
                    .distinct()
                    .filter(command -> !OF_THE_LAUNCHER.contains(command))
                    .toList();
        }
        assertThat(commands)
                .contains("serve", "config validate", "config schema")
                .allSatisfy(command -> assertThat(commandsBeside(command))
                        .containsPattern("\n  " + command.substring(command.lastIndexOf(' ') + 1) + " "));
    }

    private static Stream<String> commands(Path file) {
        try {
            return COMMAND.matcher(Files.readString(file)).results().map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The help of the command that it belongs to; of an unknown one there is none. */
    private static String commandsBeside(String command) {
        StringWriter help = new StringWriter();
        PrintWriter out = new PrintWriter(help);
        String parent = command.contains(" ") ? command.split(" ", 2)[0] + " --help" : "--help";
        CommandLineProgram.run(new FakeActions(), new FakeRemote(), out, out, parent.split(" ", -1));
        return help.toString();
    }
}
