package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsRouteTest {
    private final Door door = new Door();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        door.close();
    }

    @Test
    void whoComesHearsHowThingsAre() {
        door.scaler.history(HistoryRoutesTest.resize(4));
        EventReader listener = listener();
        assertThat(listener.status()).isEqualTo(200);
        assertThat(listener.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(listener.header("Cache-Control")).contains("no-store");
        EventReader.Heard snapshot = listener.awaitEvent("snapshot");
        assertThat(snapshot.id()).contains("4");
        assertThat(snapshot.data().at("/pools/0/name").textValue()).isEqualTo("web");
        assertThat(snapshot.data().at("/updates/0/status").textValue()).isEqualTo("STALLED");
        assertThat(snapshot.data().path("readiness").textValue()).isEqualTo("ready");
        assertThat(listener.lines()).contains("retry:2000");
    }

    @Test
    void theStacksPageIsToldWhenItIsFound() {
        EventReader listener = listener();
        assertThat(listener.awaitEvent("snapshot").data().path("stackPage").isNull())
                .isTrue();
        door.scaler.shownAt("https://app.pulumi.com/acme/shop/prod");
        door.events.changed();
        assertThat(listener.awaitEvent("scaler").data().path("stackPage").textValue())
                .isEqualTo("https://app.pulumi.com/acme/shop/prod");
    }

    @Test
    void aPoolThatChangesIsToldAndNoOther() {
        EventReader listener = listener();
        door.scaler.pause("web", Set.of(Direction.OUT), "a move", "ana");
        door.events.changed();
        EventReader.Heard told = listener.awaitEvent("pool");
        assertThat(told.data().at("/paused/words/0/by").textValue()).isEqualTo("ana");
        assertThat(told.id()).isEmpty();
        assertThat(listener.heard("pool")).hasSize(1);
    }

    @Test
    void whatChangesWithoutANudgeIsToldTooAsAnotherScalerMayHaveDoneIt() {
        Door watchful = opened(Door.watchful());
        EventReader listener = opened(EventReader.to(watchful));
        watchful.scaler.problem("the backend is away");
        assertThat(listener.awaitEvent("scaler").data().path("problem").textValue())
                .isEqualTo("the backend is away");
    }

    @Test
    void aDecisionIsToldWithItsIdAndAnUpdateAsItGoesOn() {
        EventReader listener = listener();
        door.scaler.history(HistoryRoutesTest.resize(5));
        door.scaler.updates(Update.planned(8, List.of(FakeScaler.GROWN), THEN).running(THEN));
        door.events.changed();
        EventReader.Heard decision = listener.awaitEvent("decision");
        assertThat(decision.id()).contains("5");
        assertThat(decision.data().path("pool").textValue()).isEqualTo("web");
        assertThat(listener.awaitEvent("update").data().path("status").textValue())
                .isEqualTo("RUNNING");
    }

    @Test
    void whoComesAgainHearsTheDecisionsThatItMissed() {
        door.scaler.history(HistoryRoutesTest.resize(6), HistoryRoutesTest.resize(5), HistoryRoutesTest.resize(4));
        EventReader listener = opened(EventReader.again(door, "4"));
        assertThat(listener.heard())
                .extracting(EventReader.Heard::name)
                .containsExactly("decision", "decision", "snapshot");
        assertThat(listener.heard("decision"))
                .extracting(EventReader.Heard::id)
                .containsExactly(Optional.of("5"), Optional.of("6"));
        assertThat(opened(EventReader.again(door, "6")).heard()).hasSize(1);
        assertThat(listener().heard("decision")).as("who comes new").isEmpty();
    }

    @Test
    void whoListensHoldsUpNothingElseOfTheToken() {
        try (Door narrow = new Door(new LimitsBuilder().together(1).settings())) {
            opened(EventReader.to(narrow));
            assertThat(narrow.get("/pools").statusCode()).isEqualTo(200);
            assertThat(narrow.post("/scale/web", "application/json", "{\"action\":\"delta\",\"value\":1}")
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void progressIsToldAsItComes() {
        EventReader listener = listener();
        door.events.progress(new UpdateProgress.Waiting(7, "waiting for the lock of ana"));
        door.events.progress(new UpdateProgress.Begun(7));
        door.events.progress(new UpdateProgress.Resizing(7, "web"));
        door.events.progress(new UpdateProgress.Resized(7, "web"));
        await().until(() -> listener.heard("progress").size() == 4);
        assertThat(listener.heard("progress"))
                .extracting(it -> it.data().toString())
                .containsExactly(
                        "{\"update\":7,\"stage\":\"waiting\",\"pool\":null,\"reason\":\"waiting for the lock of ana\"}",
                        "{\"update\":7,\"stage\":\"begun\",\"pool\":null,\"reason\":null}",
                        "{\"update\":7,\"stage\":\"resizing\",\"pool\":\"web\",\"reason\":null}",
                        "{\"update\":7,\"stage\":\"resized\",\"pool\":\"web\",\"reason\":null}");
    }

    @Test
    void whileTheJournalCannotBeReadThatIsToldOnceAndThenItGoesOn() {
        Door watchful = opened(Door.watchful());
        EventReader listener = opened(EventReader.to(watchful));
        watchful.scaler.failWith(new JournalException("the disk is full"));
        assertThat(listener.awaitEvent("warning").data().path("text").textValue())
                .contains("cannot be read");
        watchful.events.changed();
        watchful.scaler.failWith(null);
        watchful.scaler.problem("the backend is away");
        listener.awaitEvent("scaler");
        assertThat(listener.heard("warning")).hasSize(1);
    }

    @Test
    void whoHangsUpIsForgotten() {
        EventReader listener = listener();
        assertThat(door.events.listeners()).isEqualTo(1);
        listener.close();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            door.events.progress(new UpdateProgress.Begun(7));
            return door.events.listeners() == 0;
        });
    }

    @Test
    void whoDoesNotReadIsHungUpOnAndTheOthersNoticeNothing() throws IOException {
        EventReader other = listener();
        Socket lazy = opened(new Socket());
        lazy.setReceiveBufferSize(4096);
        lazy.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
        lazy.getOutputStream()
                .write("GET /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(Door.TOKEN)
                        .getBytes(StandardCharsets.US_ASCII));
        await().until(() -> door.events.listeners() == 2);
        String much = "x".repeat(100_000);
        for (int told = 1; door.events.listeners() == 2; told++) {
            assertThat(told).isLessThan(300);
            door.events.progress(new UpdateProgress.Waiting(7, much));
            long all = told;
            await().until(() ->
                    other.lines().stream().filter("event:progress"::equals).count() == all);
        }
        assertThat(door.events.listeners()).isEqualTo(1);
        door.events.progress(new UpdateProgress.Begun(8));
        await().until(() -> other.heard("progress").stream()
                .anyMatch(it -> it.data().path("update").longValue() == 8));
    }

    @Test
    void moreThanSoManyAreToldToComeLater() {
        for (int i = 0; i < 32; i++) {
            listener();
        }
        assertProblem(door.get("/events"), 503, "too many listen");
        opened.remove(0);
        assertThat(door.get("/pools").statusCode()).as("they hold no worker").isEqualTo(200);
    }

    @Test
    void whoListensMayBeSilentForLongerThanOtherCallers() {
        Duration silence = Duration.ofMillis(300);
        try (Door hasty = new Door(
                        new LimitsBuilder().silence(silence).request(silence).settings());
                EventReader listener = EventReader.to(hasty)) {
            await().during(silence.multipliedBy(4)).until(() -> hasty.events.listeners() == 1);
            hasty.events.progress(new UpdateProgress.Begun(7));
            listener.awaitEvent("progress");
        }
    }

    @Test
    void nobodyListensForeverWithATokenOfOldTimes() {
        Door watchful = opened(Door.watchful());
        EventReader listener = opened(EventReader.to(watchful));
        watchful.clock.step(Duration.ofMinutes(15));
        listener.awaitEnd(Duration.ofSeconds(10));
    }

    @Test
    void anEndingServerWaitsForNoListener() {
        EventReader listener = listener();
        long before = System.nanoTime();
        door.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
        listener.awaitEnd(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(door.sendBare("/events", it -> it.GET()).statusCode()).isEqualTo(401);
        assertProblem(door.get("/events?pool=web"), 400, "takes no query");
        assertProblem(door.send("/events", it -> it.header("Last-Event-ID", "x").GET()), 400, "Last-Event-ID");
        assertThat(door.send("/events", it -> it.method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.events.listeners()).isZero();
    }

    @Test
    void whoMaySeeOnePoolHearsOfThatOne() {
        door.scaler.history(HistoryRoutesTest.resize(4));
        Scene scene = Scene.now(door.scaler, List.of());
        assertThat(Responder.json(scene.snapshot().seenBy(ofPool("workers")).orElseThrow()))
                .contains("\"name\":\"workers\"")
                .doesNotContain("\"web\"", "web 2→5");
        List<Event> toWorkers = scene.missed(0, door.scaler);
        assertThat(toWorkers).hasSize(1);
        assertThat(toWorkers.get(0).seenBy(ofPool("workers"))).isEmpty();
        assertThat(toWorkers.get(0).seenBy(ofPool("web"))).isPresent();
    }

    private static Grant ofPool(String pool) {
        return new Grant("one", Set.of(Right.READ), Optional.of(Set.of(pool)));
    }

    private EventReader listener() {
        return opened(EventReader.to(door));
    }

    private <T extends AutoCloseable> T opened(T it) {
        opened.add(it);
        return it;
    }
}
