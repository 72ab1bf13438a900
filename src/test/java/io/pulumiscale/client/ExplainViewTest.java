package io.pulumiscale.client;

import static io.pulumiscale.client.Answers.pool;
import static io.pulumiscale.client.Answers.scaler;
import static io.pulumiscale.client.Answers.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainViewTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:32:00Z");

    @Test
    void theResizeThatMadeItSoIsToldWithWhoAskedForIt() {
        List<String> lines = shown(
                pool("web", 5, 5, "'bounds':{'min':4,'max':8},'cooldown':{'out':'2026-11-20T09:35:00Z','in':null}"),
                entry(
                        4,
                        "resize",
                        3,
                        5,
                        "HighCPU firing, +2",
                        update(12, "SUCCEEDED", "web 3→5: HighCPU firing, +2", "")));
        assertThat(lines)
                .startsWith(
                        "web has 5 (ec2), and may be 4 to 8 now by its schedule, else 2 to 8",
                        "",
                        "Why",
                        "  | 3→5 at 09:30:00, 2 min ago: HighCPU firing, +2",
                        "  | asked by alertmanager at 09:29:59: HighCPU firing",
                        "  | update 12 succeeded in 2.4 s, which is 17 in the stack's history",
                        "",
                        "What counts now",
                        "  | cooldown: alerts are held from scaling out until 09:35:00, for 3 min more",
                        "",
                        "Last decisions");
    }

    @Test
    void aSizeThatNoResizeMadeIsSomebodysPulumiUp() {
        assertThat(shown(pool("web", 3, 3, "")))
                .contains(
                        "  | a pulumi up made it so: no resize of the scaler's is kept",
                        "  | [GOOD]no alert fires, and nothing holds it");
        String done = entry(4, "resize", 3, 5, "by hand, +2", update(12, "SUCCEEDED", "web 3→5: by hand, +2", ""));
        assertThat(shown(pool("web", 4, 4, ""), done))
                .contains("  | a pulumi up made it so, after the scaler's last resize, 3→5 at 09:30:00, 2 min ago");
    }

    @Test
    void whatWasDecidedSinceIsToldAndWhatFailed() {
        String done = entry(4, "resize", 3, 5, "by hand, +2", update(12, "SUCCEEDED", "web 3→5: by hand, +2", ""));
        String held = entry(5, "hold", 5, 5, "HighCPU firing, +2; cooldown until 09:35:00", "null");
        assertThat(shown(pool("web", 5, 5, ""), held, done))
                .contains("  | last decided at 09:30:00, 2 min ago: 5, HighCPU firing, +2; cooldown until 09:35:00");
        String failed =
                entry(6, "resize", 5, 6, "by hand, +1", update(13, "FAILED", "web 5→6: by hand, +1", "AccessDenied"));
        assertThat(shown(pool("web", 5, 5, ""), failed, done))
                .contains(
                        "  | [BAD]last decided at 09:30:00, 2 min ago: 5→6, by hand, +1. update 13 failed in 2.4 s: AccessDenied");
    }

    @Test
    void whatSomebodyHasDeclinedIsToldWithWhoAndWhy() {
        String no = "'declined':{'approval':7,'from':3,'to':9,'by':'ana','reason':'not tonight',"
                + "'at':'2026-11-20T09:30:00Z','until':'2026-11-20T10:30:00Z'}";
        assertThat(shown(pool("web", 3, 3, no)))
                .contains(
                        "  | [WARNING]3→9 declined by ana: not tonight, at 09:30:00, 2 min ago: alerts and schedules do"
                                + " not ask again before 10:30:00, in 58 min");
    }

    @Test
    void aPoolAtItsBoundSaysSo() {
        assertThat(shown(pool("web", 8, 8, ""))).contains("  | it is at its largest size: nothing scales it out");
        assertThat(shown(pool("web", 2, 2, "'waitingIntents':3")))
                .contains(
                        "  | it is at its smallest size: nothing scales it in",
                        "  | requests that no decision answers yet: 3");
    }

    private static String entry(long id, String type, int from, int to, String reason, String update) {
        return "{'id':%d,'at':'2026-11-20T09:30:00Z','pool':'web','type':'%s','from':%d,'to':%d,'reason':'%s','intents':1,'asked':[{'intent':'i','pool':'web','source':'alertmanager','change':'+2','reason':'HighCPU firing','receivedAt':'2026-11-20T09:29:59Z'}],'update':%s}"
                .formatted(id, type, from, to, reason, update);
    }

    @Test
    void whereTheBackendShowsTheStacksHistoryTheUpdatesPageIsTold() {
        Scaler scaler = scaler("'stackPage':'https://app.pulumi.com/acme/shop/prod'", pool("web", 5, 5, ""));
        assertThat(shown(
                        scaler,
                        entry(4, "resize", 3, 5, "by hand, +2", update(12, "SUCCEEDED", "web 3→5: by hand, +2", ""))))
                .contains("  | update 12 succeeded in 2.4 s, which is 17 in the stack's history:"
                        + " https://app.pulumi.com/acme/shop/prod/updates/17");
    }

    private static List<String> shown(String pool, String... entries) {
        return shown(scaler("", pool), entries);
    }

    private static List<String> shown(Scaler scaler, String... entries) {
        Paper paper = new Paper();
        new ExplainView(paper, new Moments(new SteppedClock(NOW), ZoneOffset.UTC))
                .show(new Inquiry.OfPool(
                        scaler,
                        scaler.pools().get(0),
                        List.of(),
                        Stream.of(entries)
                                .map(it -> Answers.read(it, Entry.class))
                                .toList()));
        return paper.lines();
    }
}
