package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.Output;
import io.pulumiscale.cli.RemoteOptions;
import io.pulumiscale.cli.RotateOptions;
import io.pulumiscale.client.Bearer;
import io.pulumiscale.doctor.Commands;
import io.pulumiscale.doctor.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the token comes from, and how a new one gets to where it is kept. The CLI writes down what it is told. */
class RotationTest {
    private final List<String> commands = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        configure("");
    }

    @Test
    void aNewTokenGoesByStandardInputAndIsInNoArgumentAndNoLine() throws IOException {
        List<String> left = rotate(Optional.empty());
        String token = inputs.get(0);
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(commands)
                .containsExactly(
                        "pulumi config set --secret --stack prod pulumiscale:webhookToken --non-interactive --color never");
        assertThat(String.join("\n", left))
                .contains(
                        "within a second or two",
                        "pulumi config get pulumiscale:webhookToken -s prod",
                        "Pulumi.prod.yaml")
                .doesNotContain(token, "pulumi up");
    }

    @Test
    void twoAreNeverAlike() throws IOException {
        Rotation rotation = new Rotation(engine(), new SplittableRandom(1));
        rotation.rotate(options(Optional.empty()));
        rotation.rotate(options(Optional.empty()));
        assertThat(inputs).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whatTheStackHasProvisionedIsDeployedAgain() throws IOException {
        configure("  pulumiscale:endpoint: https://scaler.example.com\n  pulumiscale:scaler:\n    image: i\n");
        assertThat(String.join("\n", rotate(Optional.empty())))
                .contains("The scaler that the stack provisions gets it by: pulumi up -s prod")
                .contains("SNS sends the old one until it is subscribed anew, within that time, by: pulumi up -s prod");
        assertThat(String.join("\n", rotate(Optional.of("ci")))).doesNotContain("SNS");
    }

    @Test
    void oneOfTheOthersIsRotatedByItsNameIfItIsThere() throws IOException {
        rotate(Optional.of("ci"));
        assertThat(commands)
                .contains(
                        "pulumi config set --secret --stack prod --path pulumiscale:tokens.ci.value --non-interactive --color never");
        assertThatThrownBy(() -> rotate(Optional.of("nobody")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("pulumiscale:tokens has no nobody that could be rotated");
        assertThat(inputs).hasSize(1);
    }

    @Test
    void withoutAStackNothingIsWritten() {
        assertThatThrownBy(() -> new Rotation(engine(), new SplittableRandom(1))
                        .rotate(new RotateOptions(folder, "dev", Optional.empty())))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("Pulumi.dev.yaml");
        assertThat(commands).isEmpty();
    }

    @Test
    void theTokenIsThatOfTheFileElseOfTheEnvironmentElseOfTheStack() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "the token of the file\n");
        assertThat(token(Map.of(StackToken.VARIABLE, "of the environment"), Optional.of(file)))
                .isEqualTo(new Bearer("the token of the file", file.toString()));
        assertThat(token(Map.of(StackToken.VARIABLE, "of the environment"), Optional.empty()))
                .isEqualTo(new Bearer("of the environment", "$PULUMISCALE_TOKEN"));
        assertThat(token(Map.of(), Optional.empty()))
                .isEqualTo(new Bearer("the token of the stack", "stack prod's configuration"));
    }

    @Test
    void whereThereIsNoTokenItIsSaidWhatGivesOne() throws IOException {
        assertThatThrownBy(() -> token(Map.of("BROKEN", "yes"), Optional.empty()))
                .hasMessageContaining("the configuration of stack prod cannot be read")
                .hasMessageContaining("--token-file and $PULUMISCALE_TOKEN give one");
        Files.delete(folder.resolve("Pulumi.yaml"));
        assertThatThrownBy(() -> token(Map.of(), Optional.empty()))
                .hasMessageContaining("there is no Pulumi.yaml in " + folder);
        Path file = Files.writeString(folder.resolve("token"), "a\nb");
        assertThatThrownBy(() -> token(Map.of(), Optional.of(file)))
                .hasMessageContaining("what %s has is no token".formatted(file));
        assertThatThrownBy(() -> token(Map.of(), Optional.of(folder.resolve("gone"))))
                .hasMessageContaining("no token can be read from");
    }

    private Bearer token(Map<String, String> environment, Optional<Path> file) {
        return new StackToken(
                        environment,
                        at -> environment.containsKey("BROKEN") ? new Engine(RotationTest::missing) : engine())
                .of(new RemoteOptions(
                        URI.create("http://h"),
                        file,
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        folder,
                        "prod",
                        Output.TABLE));
    }

    private List<String> rotate(Optional<String> name) {
        return new Rotation(engine(), new SplittableRandom(1)).rotate(options(name));
    }

    private RotateOptions options(Optional<String> name) {
        return new RotateOptions(folder, "prod", name);
    }

    private Engine engine() {
        return new Engine((command, input, patience) -> {
            String line = String.join(" ", command);
            commands.add(line);
            if (line.contains("config set")) {
                inputs.add(input);
            }
            return line.contains("tokens.nobody")
                    ? new Commands.Ran(255, "", "error: configuration key 'tokens' not found")
                    : new Commands.Ran(0, "the token of the stack\n", "");
        });
    }

    private static Commands.Ran missing(List<String> command, String input, Duration patience) throws IOException {
        throw new IOException("Cannot run program \"pulumi\"");
    }

    private void configure(String more) throws IOException {
        Files.writeString(folder.resolve("Pulumi.prod.yaml"), "config:\n  aws:region: us-east-1\n" + more);
    }
}
