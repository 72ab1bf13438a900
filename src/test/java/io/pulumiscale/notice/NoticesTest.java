package io.pulumiscale.notice;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.SteppedClock;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.journal.ObservedJournal;
import io.pulumiscale.model.NoticeFormat;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.SigningSecret;
import io.pulumiscale.model.UpdateStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the journal to a receiver. */
class NoticesTest {
    private static final SigningSecret SECRET =
            SigningSecret.of("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3").orElseThrow();
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(5),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofHours(1),
            Duration.ofHours(1));

    private final SteppedClock clock = new SteppedClock(NOW);
    private final FakeReceiver receiver = new FakeReceiver();
    private final MemoryJournal memory = new MemoryJournal(100);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Notices notices = notices();
    private final Journal journal = new ObservedJournal(memory, List.<JournalListener>of(notices));

    private Notices notices() {
        return new Notices("shop/dev", memory, new HttpPost(SHORT.answer()), SHORT, clock);
    }

    @AfterEach
    void close() {
        notices.close();
        receiver.close();
    }

    private NoticeTarget target(NoticeFormat format, Set<NoticeKind> on, Optional<Set<String>> pools) {
        return new NoticeTarget("notices[0]", receiver.url(), format, on, pools, Optional.of(SECRET));
    }

    private NoticeTarget all() {
        return target(NoticeFormat.JSON, EnumSet.allOf(NoticeKind.class), Optional.empty());
    }

    private void start(NoticeTarget... targets) {
        for (NoticeTarget target : targets) {
            memory.follow(new Address(target, "").receiver());
        }
        notices.start(List.of(targets), new NoticeListener() {
            @Override
            public void sent(String name) {
                told.add("sent " + name);
            }

            @Override
            public void dropped(String name, int some) {
                told.add("dropped %s %d".formatted(name, some));
            }
        });
    }

    private void scaled(String pool, int from, int to, String reason) {
        end(pool, from, to, reason, UpdateStatus.SUCCEEDED, Optional.empty());
    }

    private void end(String pool, int from, int to, String reason, UpdateStatus how, Optional<String> problem) {
        Instant now = clock.instant();
        journal.save(journal.plan(List.of(new Resize(pool, from, to, reason, List.of())), now)
                .running(now)
                .ended(how, problem, now));
    }

    private void awaitTaken(int some) {
        await().until(() -> receiver.taken().size() == some);
    }

    @Test
    void aResizeIsPostedAndSignedAsStandardWebhooksSay() throws IOException {
        start(all());
        scaled("web", 3, 5, "HighCPU firing, +2");
        awaitTaken(1);
        FakeReceiver.Posted posted = receiver.taken().get(0);
        assertThat(new JsonMapper().readTree(posted.body())).isEqualTo(new JsonMapper().readTree("""
                {"type": "pool.scaled", "timestamp": "%s", "data": {"stack": "shop/dev", "pool": "web",
                 "from": 3, "to": 5, "reason": "HighCPU firing, +2", "update": 1}}""".formatted(NOW)));
        assertThat(posted.header("content-type")).isEqualTo("application/json");
        assertThat(posted.id()).isEqualTo("notice-1-" + NOW.toEpochMilli());
        assertThat(posted.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(posted.header("webhook-signature")).isEqualTo(Signature.of(SECRET, posted.id(), NOW, posted.body()));
    }

    @Test
    void slackGetsALineThatIsNoMarkup() throws IOException {
        start(target(NoticeFormat.SLACK, EnumSet.allOf(NoticeKind.class), Optional.empty()));
        end("web", 3, 5, "<!channel> & co, +2", UpdateStatus.STALLED, Optional.of("gave up after 10 tries"));
        awaitTaken(1);
        assertThat(new JsonMapper()
                        .readTree(receiver.taken().get(0).body())
                        .path("text")
                        .asText())
                .isEqualTo("shop/dev: web 3→5 was not carried out, somebody is needed:"
                        + " gave up after 10 tries (&lt;!channel&gt; &amp; co, +2)");
    }

    @Test
    void itIsToldOnlyOfWhatItAskedFor() {
        start(target(NoticeFormat.JSON, Set.of(NoticeKind.SCALED), Optional.of(Set.of("web"))));
        scaled("batch", 1, 2, "x");
        end("web", 1, 2, "x", UpdateStatus.FAILED, Optional.of("y"));
        scaled("web", 2, 3, "x");
        awaitTaken(1);
        assertThat(receiver.posted())
                .extracting(FakeReceiver.Posted::body)
                .singleElement()
                .asString()
                .contains("\"pool\":\"web\"", "\"to\":3");
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameIdUntilItIsTaken() {
        receiver.answersOnce(503, Map.of());
        receiver.answersOnce(302, Map.of("Location", receiver.url() + "/elsewhere"));
        receiver.answersOnce(429, Map.of("Retry-After", "0"));
        start(all());
        scaled("web", 3, 5, "x");
        scaled("web", 5, 6, "y");
        awaitTaken(2);
        assertThat(receiver.posted())
                .hasSize(5)
                .extracting(FakeReceiver.Posted::path)
                .containsOnly("/hook/hunter2");
        assertThat(receiver.posted().subList(0, 4))
                .extracting(FakeReceiver.Posted::id)
                .containsOnly("notice-1-" + NOW.toEpochMilli());
        await().untilAsserted(() -> assertThat(told).containsExactly("sent notices[0]", "sent notices[0]"));
        assertThat(notices.warnings()).isEmpty();
    }

    @Test
    void whileItFailsPeopleAreWarnedWithoutTheUrl() {
        receiver.answers(500);
        start(all());
        scaled("web", 3, 5, "x");
        await().until(() -> receiver.posted().size() > 3);
        assertThat(notices.warnings())
                .containsExactly(
                        "notices[0] (json, 127.0.0.1) takes no notices since %s: the answer is 500".formatted(NOW));
        receiver.answers(200);
        await().until(() -> notices.warnings().isEmpty());
    }

    @Test
    void whatTheReceiverWillNeverTakeIsDroppedAndTheNextOneGoesOn() {
        receiver.answersOnce(400, Map.of());
        start(all());
        scaled("web", 3, 5, "x");
        scaled("web", 5, 6, "y");
        awaitTaken(1);
        await().untilAsserted(() -> assertThat(told).containsExactly("dropped notices[0] 1", "sent notices[0]"));
    }

    @Test
    void whatIsTooOldIsDroppedWithACount() {
        receiver.answers(503);
        start(all());
        scaled("web", 3, 5, "x");
        await().until(() -> !receiver.posted().isEmpty());
        clock.step(Duration.ofMinutes(61));
        scaled("web", 5, 6, "y");
        await().until(() -> told.contains("dropped notices[0] 1"));
        receiver.answers(200);
        await().untilAsserted(() -> assertThat(told).containsExactly("dropped notices[0] 1", "sent notices[0]"));
        assertThat(receiver.taken())
                .extracting(FakeReceiver.Posted::id)
                .containsExactly("notice-2-" + clock.instant().toEpochMilli());
    }

    @Test
    void theNextProcessBringsWhatTheLastCouldNot() {
        receiver.answers(503);
        start(all());
        scaled("web", 3, 5, "x");
        await().until(() -> !receiver.posted().isEmpty());
        notices.close();
        receiver.answers(200);
        try (Notices next = notices()) {
            next.start(List.of(all()), NoticeListener.none());
            await().until(() ->
                    memory.notices(new Address(all(), "").receiver(), 1).isEmpty());
        }
        try (Notices another = notices()) {
            another.start(List.of(all()), NoticeListener.none());
            scaled("web", 5, 6, "y");
            another.updated(memory.updates(1).get(0));
            awaitTaken(2);
        }
        assertThat(receiver.taken())
                .extracting(FakeReceiver.Posted::id)
                .containsExactly("notice-1-" + NOW.toEpochMilli(), "notice-2-" + NOW.toEpochMilli());
    }

    @Test
    void aConfigurationThatHasChangedCountsAtOnce() {
        try (FakeReceiver other = new FakeReceiver()) {
            start(all());
            NoticeTarget second = new NoticeTarget(
                    "notices[0]",
                    other.url(),
                    NoticeFormat.JSON,
                    Set.of(NoticeKind.SCALED),
                    Optional.empty(),
                    Optional.empty());
            memory.follow(new Address(second, "").receiver());
            notices.bringTo(List.of(second));
            scaled("web", 3, 5, "x");
            await().until(() -> other.taken().size() == 1);
            assertThat(receiver.posted()).isEmpty();
            assertThat(other.taken().get(0).header("webhook-signature")).isEmpty();
        }
    }

    @Test
    void aReceiverThatHangsKeepsNobodyElseWaiting() {
        NoticeTarget hanging = new NoticeTarget(
                "notices[0]",
                URI.create("http://127.0.0.1:9/"),
                NoticeFormat.JSON,
                Set.of(NoticeKind.SCALED),
                Optional.empty(),
                Optional.empty());
        NoticeTarget working = new NoticeTarget(
                "notices[1]",
                receiver.url(),
                NoticeFormat.JSON,
                Set.of(NoticeKind.SCALED),
                Optional.empty(),
                Optional.empty());
        start(hanging, working);
        scaled("web", 3, 5, "x");
        awaitTaken(1);
        await().untilAsserted(() -> assertThat(notices.warnings())
                .containsExactly("notices[0] (json, 127.0.0.1) takes no notices since %s: cannot be connected to"
                        .formatted(NOW)));
    }
}
