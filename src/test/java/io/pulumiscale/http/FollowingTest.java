package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.client.Address;
import io.pulumiscale.client.Answer;
import io.pulumiscale.client.Bearer;
import io.pulumiscale.client.Following;
import io.pulumiscale.client.Outcome;
import io.pulumiscale.client.Paper;
import io.pulumiscale.client.ScalerClient;
import io.pulumiscale.client.Story;
import io.pulumiscale.client.Wish;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.model.UpdateStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that is followed to its end, on the real server. */
class FollowingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Wish MORE = new Wish("web", "+3", "a sale", "k-1");

    private final Door door = new Door();
    private final Paper paper = new Paper();
    private final ScalerClient client = new ScalerClient(new Address(
            URI.create("http://127.0.0.1:" + door.port()),
            new Bearer(Door.TOKEN, "the test"),
            Optional.empty(),
            PATIENCE));
    private ScalingIntent intent;

    /** It was asked before: the fake tells no story of what it has just taken in. */
    @BeforeEach
    void ask() throws InterruptedException {
        client.scale(MORE).value();
        intent = door.scaler.kept().get(0);
        door.scaler.story(new IntentStory(intent, true, List.of()));
    }

    /** Whose listener went at once was once waited for, for ten seconds. */
    @AfterEach
    void theServerEndsAndWaitsForNobody() {
        assertThat(CompletableFuture.runAsync(door::close)).succeedsWithin(Duration.ofSeconds(8));
    }

    @Test
    void itIsToldStepByStepUntilThePoolHasTheSize() {
        CompletableFuture<Answer<Story>> end = follow(MORE, PATIENCE);
        await().until(() -> door.events.listeners() == 1);
        Update update = Update.planned(7, List.of(resize()), FakeScaler.THEN).running(FakeScaler.THEN);
        door.events.progress(new UpdateProgress.Waiting(7, "waiting for the lock of ana@laptop"));
        door.events.progress(new UpdateProgress.Begun(7));
        door.events.progress(new UpdateProgress.Resizing(7, "workers"));
        door.events.progress(new UpdateProgress.Resizing(7, "web"));
        door.scaler.story(decided(resize(), Optional.of(update)));
        said("web is being resized");
        door.events.progress(new UpdateProgress.Resized(7, "web"));
        said("web is resized");
        door.scaler.story(decided(
                resize(),
                Optional.of(update.ended(UpdateStatus.SUCCEEDED, Optional.empty(), FakeScaler.THEN.plusSeconds(2)))));
        assertThat(end.join().value().outcome()).isEqualTo(Outcome.DONE);
        assertThat(paper.lines().stream()
                        .map(line -> line.replaceFirst("^ *[0-9.]+s  ", ""))
                        .toList())
                .containsExactly(
                        "web +3 was asked for before, as " + intent.id(),
                        "decided: web 2→5, a sale, +3",
                        "[WARNING]update 7: waiting for the lock of ana@laptop",
                        "update 7 has begun",
                        "web is being resized",
                        "web is resized; the update is still to end",
                        "[GOOD]web has 5",
                        "update 7 succeeded in 2.0 s");
    }

    @Test
    void whatIsHeldOrFailsEndsOtherwise() {
        door.scaler.story(decided(hold(), Optional.empty()));
        assertThat(follow(MORE, PATIENCE).join().value().outcome()).isEqualTo(Outcome.HELD);
        assertThat(paper.text()).contains("[WARNING]web stays at 2: at its max");
        Update update = Update.planned(7, List.of(resize()), FakeScaler.THEN);
        door.scaler.story(decided(
                resize(),
                Optional.of(update.ended(UpdateStatus.FAILED, Optional.of("AccessDenied"), FakeScaler.THEN))));
        assertThat(follow(MORE, PATIENCE).join().value().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(paper.text()).contains("[BAD]failed: AccessDenied", "-> pulumiscale explain web");
    }

    @Test
    void whoWantsTheSizeThatThereIsHasIt() throws InterruptedException {
        Wish same = new Wish("web", "=2", "to be sure", "k-2");
        client.scale(same);
        intent = door.scaler.kept().stream()
                .filter(it -> it.change().text().equals("=2"))
                .findFirst()
                .orElseThrow();
        door.scaler.story(decided(hold(), Optional.empty()));
        assertThat(follow(same, PATIENCE).join().value().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void whatWaitsForAPersonSaysHowAndIsStillOpenWhenThePatienceIsOver() {
        door.scaler.approvals(new Approval(
                9, "web", 2, 5, "by hand", FakeScaler.THEN, FakeScaler.THEN.plusSeconds(60), ApprovalStatus.WAITING));
        Answer<Story> end = follow(MORE, Duration.ofMillis(1)).join();
        assertThat(end.value().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(end.json().path("state").asText()).isEqualTo("approval");
        assertThat(paper.text()).contains("it waits for a person's word: pulumiscale approve 9");
    }

    @Test
    void whoLooksAwayLeavesTheRequestAsItIs() throws InterruptedException {
        Thread[] worker = new Thread[1];
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        worker[0] = new Thread(() -> {
            try {
                new Following(client, paper, Clock.systemUTC()).follow(MORE, PATIENCE);
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        worker[0].start();
        await().until(() -> door.events.listeners() == 1);
        worker[0].interrupt();
        assertThat(interrupted.join()).isTrue();
        assertThat(door.scaler.kept()).hasSize(1);
    }

    private CompletableFuture<Answer<Story>> follow(Wish wish, Duration patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new Following(client, paper, Clock.systemUTC()).follow(wish, patience);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private void said(String text) {
        await().until(() -> paper.text().contains(text));
    }

    private Resize resize() {
        return new Resize("web", 2, 5, "a sale, +3", List.of(intent.id()));
    }

    private Hold hold() {
        return new Hold("web", 2, "at its max", List.of(intent.id()));
    }

    private IntentStory decided(Decision decision, Optional<Update> update) {
        Decided decided = new Decided(4, FakeScaler.THEN, decision, update.map(Update::id));
        return new IntentStory(intent, false, List.of(new HistoryEntry(decided, List.of(intent), update)));
    }
}
