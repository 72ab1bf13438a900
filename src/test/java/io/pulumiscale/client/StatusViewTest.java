package io.pulumiscale.client;

import static io.pulumiscale.client.Answers.pool;
import static io.pulumiscale.client.Answers.scaler;
import static io.pulumiscale.client.Answers.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusViewTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:32:00Z");
    private final Paper paper = new Paper();

    @Test
    void whereNothingIsWrongThePoolsComeAtOnce() {
        assertThat(shown(scaler("", pool("web", 3, 5, ""), pool("batch", 1, 1, ""))))
                .containsExactly(
                        "[GOOD]Scaling: 2 pools, 0 alerts firing  http://h",
                        "",
                        "POOL | SIZE | BOUNDS | FIRING | HELD | LAST DECISION",
                        "web | 3→5 | 2-8 | - | - | none yet",
                        "batch | 1 | 2-8 | - | - | none yet");
    }

    @Test
    void theWorstComesFirstWithWhatToDo() {
        String lock = "try 2 of 10: waiting for the lock of ana@laptop (pid 4242) since 2026-11-20T09:00:00Z";
        List<String> lines = shown(
                scaler(
                        "'problem':'the backend is away','underWay':%s,'updates':[%s]"
                                .formatted(
                                        update(12, "RUNNING", "batch 1→2: a run, +1", lock),
                                        update(
                                                11,
                                                "STALLED",
                                                "web 3→5: HighCPU firing, +2",
                                                "gave up after 10 tries: the lock of ben@desk")),
                        pool("web", 3, 3, "'stalled':true"),
                        pool(
                                "batch",
                                1,
                                2,
                                "'paused':{'now':'in','configured':'none','words':[{'direction':'in','reason':'a move','by':'ana','since':'2026-11-20T09:02:00Z'}]}")));
        assertThat(lines.get(0)).startsWith("[BAD]A person is needed: 2 pools");
        assertThat(lines.subList(2, 10))
                .containsExactly(
                        "[BAD]scaler | nothing is scaled: the backend is away",
                        " | -> pulumiscale doctor looks for the cause",
                        "[BAD]web | stalled: gave up after 10 tries: the lock of ben@desk",
                        " | -> free the stack, then pulumiscale scale web =SIZE",
                        "[WARNING]update 12 | " + lock + ". Planned 09:30:00, 2 min ago: batch 1→2: a run, +1",
                        " | -> it tries again by itself; pulumi cancel, but only if whoever holds the lock is no more",
                        "[WARNING]batch | paused in: alerts and schedules leave it alone (in by ana, 09:02:00, 30 min ago: a move)",
                        " | -> pulumiscale resume batch");
        assertThat(lines).anyMatch(line -> line.startsWith("web | 3 | 2-8 | - | [BAD]stalled"));
    }

    @Test
    void whatWaitsForAPersonsWordSaysHowToGiveIt() {
        Approval approval = new Approval(
                7, "web", 3, 8, "HighCPU firing, +5", "waiting", NOW.minusSeconds(60), NOW.plusSeconds(600), null);
        new StatusView(paper, moments())
                .show("http://h", new Inquiry.Whole(scaler("", pool("web", 3, 3, "'approval':7")), List.of(approval)));
        assertThat(paper.lines())
                .contains(
                        "[WARNING]web | 3→8 waits for a person's word since 09:31:00, for 10 min more: HighCPU firing, +5",
                        " | -> pulumiscale approve 7, or pulumiscale decline 7",
                        "web | 3 | 2-8 | - | [WARNING]approval 7 | none yet");
    }

    @Test
    void whatHoldsAPoolSaysForHowLong() {
        assertThat(
                        shown(
                                scaler(
                                        "",
                                        pool(
                                                "web",
                                                5,
                                                5,
                                                "'cooldown':{'out':'2026-11-20T09:35:20Z','in':'2026-11-20T09:45:00Z'},'backoff':{'out':null,'in':'2026-11-20T09:33:00Z'}"))))
                .contains("web | 5 | 2-8 | - | [WARNING]backoff in 1 min; cooldown out 3 min, in 13 min | none yet");
    }

    @Test
    void alertsThatFireAreTold() {
        String firing =
                "{'alert':'a','source':'alertmanager','change':'+2','reason':'HighCPU firing','since':'2026-11-20T09:31:00Z','heardAt':'2026-11-20T09:31:00Z','expiresAt':'2026-11-20T10:31:00Z','counts':%s}";
        List<String> lines = shown(scaler(
                "", pool("web", 5, 5, "'firing':[%s,%s]".formatted(firing.formatted(true), firing.formatted(false)))));
        assertThat(lines.get(0)).contains("1 alert firing");
        assertThat(lines)
                .contains(
                        "web | 5 | 2-8 | [WARNING]1 | - | none yet",
                        "POOL | FIRING SINCE | ALERT",
                        "web | 09:31:00, 1 min ago | alertmanager: HighCPU firing",
                        "web | 09:31:00, 1 min ago | alertmanager: HighCPU firing, no longer counted: its time to live is over");
    }

    @Test
    void anAlertForAPoolThatThereIsNotIsToldWithTheOneThatIsMeant() {
        assertThat(shown(scaler(
                        "'unknownPools':[{'pool':'wbe','alerts':3,'firstAt':'2026-11-20T09:00:00Z','lastAt':'2026-11-20T09:31:00Z'},{'pool':null,'alerts':1,'firstAt':'2026-11-20T09:00:00Z','lastAt':'2026-11-20T09:31:00Z'}],'wrongTokens':4",
                        pool("web", 5, 5, ""))))
                .contains(
                        "[WARNING]alerts | for a pool wbe, which there is not (is web meant?): 3, the last 1 min ago",
                        "[WARNING]alerts | without a label that names a pool: 1, the last 1 min ago",
                        "scaler | wrong tokens were shown since its start: 4");
    }

    @Test
    void anUpdateThatFailedIsToldUntilAnotherHasEnded() {
        String failed = update(11, "FAILED", "web 3→5: by hand, +2", "AccessDenied");
        String done = update(12, "SUCCEEDED", "batch 1→2: by hand, +1", "");
        assertThat(shown(scaler("'updates':[%s]".formatted(failed), pool("web", 3, 3, ""))))
                .contains("[BAD]update 11 | failed 1 min ago: web 3→5: by hand, +2: AccessDenied");
        assertThat(shown(scaler("'updates':[%s,%s]".formatted(done, failed), pool("web", 3, 3, "")))
                        .get(0))
                .startsWith("[GOOD]");
    }

    private List<String> shown(Scaler scaler) {
        Paper own = new Paper();
        new StatusView(own, moments()).show("http://h", new Inquiry.Whole(scaler, List.of()));
        return own.lines();
    }

    private static Moments moments() {
        return new Moments(new SteppedClock(NOW), ZoneOffset.UTC);
    }
}
