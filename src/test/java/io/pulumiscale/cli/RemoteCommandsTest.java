package io.pulumiscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteCommandsTest {
    private static final RemoteOptions STANDARD = new RemoteOptions(
            URI.create("http://127.0.0.1:8080"),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(10),
            Path.of("."),
            "dev",
            Output.TABLE);

    private final FakeRemote remote = new FakeRemote();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutOptionsTheScalerOfThisMachineIsAskedAndATableWritten() {
        assertThat(run("status", "-s", "dev")).isZero();
        assertThat(run("approvals", "-s", "dev")).isZero();
        assertThat(run("explain", "web", "-s", "dev")).isZero();
        assertThat(run("approve", "7", "-s", "dev")).isZero();
        assertThat(run("decline", "7", "--reason", "not tonight", "--by", "ana", "-s", "dev"))
                .isZero();
        assertThat(remote.asked)
                .containsExactly(
                        List.of("status", STANDARD),
                        List.of("approvals", STANDARD),
                        List.of("explain", STANDARD, "web"),
                        List.of("approve", STANDARD, 7L),
                        List.of("decline", STANDARD, new DeclineOptions(7, "not tonight", "ana")));
    }

    @Test
    void everyOptionOfWhomToAskCounts() {
        assertThat(run(
                        "status --url https://scaler.example.com/p --token-file t --ca-cert ca.pem --request-timeout 90s -C project -s prod -o json"
                                .split(" ", -1)))
                .isZero();
        assertThat(remote.asked)
                .containsExactly(List.of(
                        "status",
                        new RemoteOptions(
                                URI.create("https://scaler.example.com/p"),
                                Optional.of(Path.of("t")),
                                Optional.of(Path.of("ca.pem")),
                                Duration.ofSeconds(90),
                                Path.of("project"),
                                "prod",
                                Output.JSON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2", "-1", "25%", "+25%", "-25%", "=7", "=0"})
    void aChangeIsTakenAsItIsWritten(String change) {
        assertThat(run("scale", "web", change, "--reason", "a sale", "-s", "dev"))
                .isZero();
        assertThat(remote.asked)
                .containsExactly(List.of(
                        "scale",
                        STANDARD,
                        new ScaleOptions(
                                "web", change, Optional.of("a sale"), Optional.empty(), false, Optional.empty())));
    }

    @Test
    void everyOptionOfScaleCounts() {
        assertThat(run(
                        "scale",
                        "-s",
                        "dev",
                        "-r",
                        "a sale",
                        "--wait",
                        "--timeout",
                        "5m",
                        "--key",
                        "k-1",
                        "web",
                        "-25%"))
                .isZero();
        assertThat(run("scale", "web", "=7", "--dry-run", "--wait", "-s", "dev"))
                .isZero();
        assertThat(remote.asked)
                .containsExactly(
                        List.of(
                                "scale",
                                STANDARD,
                                new ScaleOptions(
                                        "web",
                                        "-25%",
                                        Optional.of("a sale"),
                                        Optional.of("k-1"),
                                        false,
                                        Optional.of(Duration.ofMinutes(5)))),
                        List.of(
                                "scale",
                                STANDARD,
                                new ScaleOptions(
                                        "web", "=7", Optional.empty(), Optional.empty(), true, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scale web 3 -r x            | 3 may mean =3, the size, or +3, so many more",
                "scale web more -r x         | more is no change such as +2",
                "scale web -1x -r x          | -1x is no change such as",
                "scale web =-1 -r x          | =-1 is no change",
                "scale WEB +1 -r x           | WEB is no pool's name",
                "scale --dryrun web +1       | there is no option --dryrun",
                "scale web +1 --dryrun -r x  | Possible solutions: --dry-run",
                "scale web +1                | --reason says why",
                "scale web +1 -r x --timeout 0s | --timeout is PT1S to PT24H, not PT0S",
                "history --since yesterday   | yesterday is neither a duration up to now",
                "history --limit 0           | --limit is 1 to 10000, not 0",
                "approve seven               | 'seven' is not a long",
                "approve 0                   | ID is 1 to",
                "decline -r no               | ID",
                "decline 0                   | ID is 1 to",
                "status --url scaler         | '--url': it is like https://scaler.example.com",
                "status --url ftp://h        | '--url': it is like https://",
                "status --url http://h?a=b   | '--url': it has no user, query or fragment",
                "status --request-timeout 0s | --request-timeout is PT1S to PT10M, not PT0S",
                "status --request-timeout x  | x is no duration such as 90s",
                "status -o xml               | xml",
                "token rotate A B            | A is no pool's name",
            })
    void whatMakesNoSenseEndsWith2AndSaysWhatDoes(String line, String said) {
        assertThat(run(line.strip().split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(said);
        assertThat(remote.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://s3cret@h/", "s3cret@h:80", "h?token=s3cret"})
    void aTokenInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThat(run("status", "--url", url)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("s3cret");
    }

    @Test
    void aPauseHasADirectionAReasonAndAName() {
        assertThat(run("pause", "web", "--in", "--reason", "a move", "--by", "ana", "-s", "dev"))
                .isZero();
        assertThat(run("resume", "web", "--in", "--out", "-s", "dev")).isZero();
        assertThat(remote.asked)
                .containsExactly(
                        List.of("pause", STANDARD, new PauseOptions("web", "in", "a move", "ana")),
                        List.of(
                                "resume",
                                STANDARD,
                                new PauseOptions("web", "all", "", System.getProperty("user.name"))));
    }

    @Test
    void historyIsNarrowedByPoolAndTime() {
        assertThat(run("history", "--pool", "web", "--since", "7d", "--limit", "5", "-s", "dev"))
                .isZero();
        assertThat(run("history", "--since", "2026-11-24T03:00", "-s", "dev")).isZero();
        String local = LocalDateTime.parse("2026-11-24T03:00")
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toString();
        assertThat(remote.asked)
                .containsExactly(
                        List.of("history", STANDARD, Optional.of("web"), Optional.of("PT168H"), 5),
                        List.of("history", STANDARD, Optional.empty(), Optional.of(local), 20));
    }

    @Property
    void everyShortDurationIsWhatItSays(@ForAll @IntRange(max = 99_999) int amount) {
        assertThat(new Spans().convert(amount + "s")).isEqualTo(Duration.ofSeconds(amount));
        assertThat(new Spans().convert(amount + "m")).isEqualTo(Duration.ofMinutes(amount));
        assertThat(new Spans().convert(amount + "h")).isEqualTo(Duration.ofHours(amount));
        assertThat(new Spans().convert(amount + "d")).isEqualTo(Duration.ofDays(amount));
    }

    @Test
    void aTokenIsRotatedOfTheStackOrByItsName() {
        assertThat(run("token", "rotate", "-s", "prod")).isZero();
        assertThat(run("token", "rotate", "ci", "-C", "p", "-s", "prod")).isZero();
        assertThat(remote.asked)
                .containsExactly(
                        List.of("rotate", new RotateOptions(Path.of("."), "prod", Optional.empty())),
                        List.of("rotate", new RotateOptions(Path.of("p"), "prod", Optional.of("ci"))));
    }

    @Test
    void theUsageHasEveryCommandInAGroupOnALineOfItsOwn() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "Look at a scaler", "Tell it something", "Run one", "Try it without an account", "This program")
                .doesNotContain("Besides")
                .anyMatch(line -> line.matches(" {2}scale +Asks for another size of a pool\\."))
                .anyMatch(line -> line.matches(" {2}config +.*validate.*"))
                .allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theShellLearnsEveryCommandAndItsOptions(String shell) {
        assertThat(run("completion", shell)).isZero();
        assertThat(out.toString())
                .contains("complete -F _complete_pulumiscale")
                .contains("status", "explain", "rotate", "--dry-run", "bashcompinit")
                .as("values as people write them")
                .contains("\"table\" \"json\"")
                .doesNotContain("TABLE");
    }

    private int run(String... args) {
        return CommandLineProgram.run(
                new FakeActions(), remote, new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
