package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pulumiscale.client.Address;
import io.pulumiscale.client.Bearer;
import io.pulumiscale.client.CallFailed;
import io.pulumiscale.client.DeclineWord;
import io.pulumiscale.client.HistoryQuestion;
import io.pulumiscale.client.Inquiry;
import io.pulumiscale.client.PauseWord;
import io.pulumiscale.client.ScalerClient;
import io.pulumiscale.client.Wish;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import io.pulumiscale.model.ScalingIntent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's client against the real server. */
class ClientTest {
    private static final Wish MORE = new Wish("web", "+2", "a sale begins", "k-1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Door door = new Door();
    private final ScalerClient client = client(Door.TOKEN);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void everyAnswerOfTheServerIsUnderstood() throws Exception {
        door.scaler.approvals(approval());
        door.scaler.history(HistoryRoutesTest.resize(4), HistoryRoutesTest.hold(3));
        door.scaler.underWay(FakeScaler.stalled());
        Inquiry.Whole whole = new Inquiry(client).whole().value();
        assertThat(whole.scaler().pools()).extracting(it -> it.name()).containsExactly("web", "workers");
        assertThat(whole.scaler().pools().get(0).firing()).hasSize(1);
        assertThat(whole.scaler().updates().get(0).problem()).isEqualTo("the lock is held");
        assertThat(whole.approvals()).extracting(it -> it.id()).containsExactly(9L);
        Inquiry.OfPool web = new Inquiry(client).ofPool("web").value();
        assertThat(web.entries()).extracting(it -> it.id()).containsExactly(4L, 3L);
        assertThat(web.approvals()).hasSize(1);
        assertThat(client.approve(9).value().status()).isEqualTo("approved");
        assertThat(client.pool("web").value().currentSize()).isEqualTo(2);
    }

    @Test
    void aNoArrivesAsItWasMeant() throws Exception {
        door.scaler.approvals(new Approval(
                7, "web", 2, 9, "by hand", FakeScaler.THEN, FakeScaler.THEN.plusSeconds(60), ApprovalStatus.WAITING));
        io.pulumiscale.client.Approval declined =
                client.decline(7, new DeclineWord("not tonight", "ana")).value();
        assertThat(declined.status()).isEqualTo("declined");
        assertThat(door.scaler.approvals().get(0).declined().map(Declined::text))
                .contains("declined by ana: not tonight");
        assertRefused(() -> client.decline(8, new DeclineWord("", "")), "no such approval");
    }

    @Test
    void aWishArrivesAsItWasMeantAndOnlyOnce() throws Exception {
        String intent = client.scale(MORE).value().taken().intent();
        assertThat(door.scaler.kept()).extracting(ScalingIntent::reason).containsExactly("a sale begins, +2");
        assertThat(client.scale(MORE).value().isRepeated()).isTrue();
        assertThat(client.scale(MORE).value().taken().intent()).isEqualTo(intent);
        assertThat(door.scaler.kept()).hasSize(1);
    }

    @Test
    void aRehearsalKeepsNothing() throws Exception {
        assertThat(client.rehearse(MORE).value().decisions())
                .extracting(it -> it.reason())
                .containsExactly("rehearsed a sale begins, +2");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void aPauseArrivesWithWhoAndWhy() throws Exception {
        var paused = client.pause("web", new PauseWord("in", "a move", "ana"))
                .value()
                .paused();
        assertThat(paused.now()).isEqualTo("in");
        assertThat(paused.words())
                .extracting(it -> it.by() + ": " + it.reason())
                .containsExactly("ana: a move");
        assertThat(client.resume("web", new PauseWord("all", "", ""))
                        .value()
                        .paused()
                        .now())
                .isEqualTo("none");
    }

    @Test
    void pagesAreReadUntilThereAreEnough() throws Exception {
        door.scaler.history(HistoryRoutesTest.hold(9), HistoryRoutesTest.hold(8), HistoryRoutesTest.hold(5));
        var some = client.history(new HistoryQuestion(Optional.empty(), Optional.of("PT6H"), 2))
                .value();
        assertThat(some.entries()).extracting(it -> it.id()).containsExactly(9L, 8L);
        assertThat(some.next()).isEqualTo(8);
        assertThat(door.scaler.asked().since()).contains(door.clock.instant().minus(Duration.ofHours(6)));
    }

    @Test
    void anUnknownPoolIsToldWithTheNearest() {
        assertRefused(
                () -> client.scale(new Wish("wbe", "+2", "", "k")),
                "there is no pool wbe; did you mean web? there are web, workers");
        assertRefused(() -> new Inquiry(client).ofPool("worker"), "did you mean workers?");
        assertRefused(
                () -> new Inquiry(client).history(new HistoryQuestion(Optional.of("x1"), Optional.empty(), 5)),
                "there is no pool x1; there are web, workers");
    }

    @Test
    void whoMayNotReadIsToldWhatTheScalerSaysOfAnUnknownPool() {
        hand("scaler", Set.of(Right.SCALE));
        assertRefused(
                () -> client(other("scaler")).scale(new Wish("wbe", "+2", "", "k")),
                "no such pool; there are web, workers");
    }

    @Test
    void aTokenThatIsNotTakenSaysWhereItCameFromAndNotWhatItIs() {
        CallFailed failed =
                assertRefused(() -> client("not-the-right-one").scaler(), "does not take the token of the test");
        assertThat(failed).hasMessageNotContaining("not-the-right-one");
    }

    @Test
    void aTokenWithoutTheRightSaysWhichOneIsWanted() {
        hand("reader", Set.of(Right.READ));
        assertRefused(() -> client(other("reader")).scale(MORE), "the token of the test may not: ");
    }

    @Test
    void whatIsMissingIsToldAsTheScalerTellsIt() {
        assertRefused(() -> client.approve(7), "no such approval; GET /approvals lists those that wait");
        assertRefused(() -> client.story("nobody"), "no such intent");
    }

    @Test
    void aScalerThatHasNoTimeSaysWhenToComeAgain() {
        door.scaler.notReady("the stack was not read yet");
        CallFailed failed = failed(() -> client.scale(MORE));
        assertThat(failed).hasMessageContaining("the stack was not read yet; try again in 5 s");
        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.NOT_NOW);
    }

    @Test
    void whoIsTooFastIsToldToWait() {
        try (Door slow = new Door(new LimitsBuilder().perSecond(1).settings())) {
            ScalerClient hasty = client("http://127.0.0.1:" + slow.port(), Door.TOKEN, Optional.empty());
            CallFailed failed = failed(() -> {
                for (int i = 0; i < 12; i++) {
                    hasty.approvals();
                }
            });
            assertThat(failed).hasMessageContaining("try again in 1 s");
            assertThat(failed.kind()).isEqualTo(CallFailed.Kind.NOT_NOW);
        }
    }

    @Test
    void whereNobodyListensItIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        CallFailed failed = failed(() ->
                client("http://127.0.0.1:" + free, Door.TOKEN, Optional.empty()).scaler());
        assertThat(failed)
                .hasMessageContaining(
                        "no scaler can be reached at http://127.0.0.1:%d; is it running?".formatted(free));
        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.NOT_NOW);
    }

    @Test
    void aServerThatAnswersOtherwiseIsNoScaler() throws IOException {
        assertThat(failed(() -> ofAnswer("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n<html/>")
                        .scaler()))
                .hasMessageContaining("it is no scaler, or one of another version");
        assertThat(failed(() -> ofAnswer("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"pools\":[]}")
                        .scaler()))
                .hasMessageContaining("readiness");
        assertThat(failed(() -> ofAnswer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                        .scaler()))
                .hasMessageContaining("answers GET /pools with 404: it is no scaler");
        assertThat(failed(() -> ofAnswer(
                                "HTTP/1.1 302 Found\r\nLocation: https://login.example.com/\r\nContent-Length: 0\r\n\r\n")
                        .scaler()))
                .hasMessageContaining("sends elsewhere, to https://login.example.com/");
    }

    @Test
    void anOlderScalerIsToldByThePathThatItHasNot() throws IOException {
        String problem =
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"there is nothing at this path\",\"instance\":\"/approvals\"}";
        assertThat(failed(() -> ofAnswer("HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(problem.length(), problem))
                        .approvals()))
                .hasMessageContaining("is older than this program: it has no GET /approvals");
    }

    @Test
    void anAnswerThatIsLostMayHaveDoneSomething() throws IOException {
        assertThat(failed(() -> ofAnswer("").scale(MORE)).kind()).isEqualTo(CallFailed.Kind.UNKNOWN);
    }

    @Test
    void aPrivateAuthorityIsBelievedWhenItIsNamed(@TempDir Path folder) throws Exception {
        Certificates.Pair pair = new Certificates(folder).make("private");
        try (Door safe = new Door(HttpSettings.on("127.0.0.1", 0).withTls(Optional.of(pair.files())))) {
            String url = "https://127.0.0.1:" + safe.port();
            assertThat(client(url, Door.TOKEN, Optional.of(pair.certificate()))
                            .scaler()
                            .value()
                            .pools())
                    .hasSize(2);
            assertThat(failed(() -> client(url, Door.TOKEN, Optional.empty()).scaler()))
                    .hasMessageContaining("no trusted connection to " + url)
                    .hasMessageContaining("--ca-cert");
        }
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> client("https://127.0.0.1:1", Door.TOKEN, Optional.of(empty)))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("no certificates can be read from " + empty);
    }

    private static CallFailed assertRefused(ThrowingCallable call, String message) {
        CallFailed failed = failed(call);
        assertThat(failed).hasMessageContaining(message);
        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.REFUSED);
        return failed;
    }

    private static CallFailed failed(ThrowingCallable call) {
        return catchThrowableOfType(CallFailed.class, call);
    }

    private void hand(String name, Set<Right> rights) {
        door.tokens.rotate(List.of(
                new AccessToken(Door.TOKEN, Grant.unlimited()),
                new AccessToken(other(name), new Grant(name, rights, Optional.empty()))));
    }

    private static String other(String name) {
        return "the-token-of-a-" + name;
    }

    private static Approval approval() {
        return new Approval(
                9, "web", 2, 5, "by hand", FakeScaler.THEN, FakeScaler.THEN.plusSeconds(60), ApprovalStatus.APPROVED);
    }

    private ScalerClient client(String token) {
        return client("http://127.0.0.1:" + door.port(), token, Optional.empty());
    }

    private static ScalerClient client(String url, String token, Optional<Path> authority) {
        return new ScalerClient(new Address(URI.create(url), new Bearer(token, "the test"), authority, PATIENCE));
    }

    /** A server that says this, whatever it is asked, and hangs up. */
    private static ScalerClient ofAnswer(String answer) throws IOException {
        return client(OneAnswer.begin(answer), Door.TOKEN, Optional.empty());
    }
}
