package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the dashboard shows, and to whom. */
class DashboardIT extends DashboardPage {
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>owned()</script>";
    private static final Duration BEYOND_A_STREAMS_LIFE = Duration.ofMinutes(16);

    @Test
    void aWrongTokenIsToldAndTheRightOneOpensAndIsKeptNowhere() {
        window.go(url());
        assertThat(window.page().locator("#board")).isHidden();
        window.show("not it");
        assertThat(window.page().getByRole(AriaRole.ALERT)).hasText("This token is not valid.");
        assertThat(window.page().locator("#token")).isFocused();

        window.show(Door.TOKEN);
        assertThat(window.pool("web")).isVisible();
        assertThat(window.page().locator("#connection")).hasText("live");
        assertThat(window.urls()).isNotEmpty().noneMatch(it -> it.contains(Door.TOKEN));
        assertThat(window.page().content()).doesNotContain(Door.TOKEN);
        assertThat(window.page()
                        .evaluate(
                                "JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}, location.href,"
                                        + " document.getElementById('token').value])")
                        .toString())
                .doesNotContain(Door.TOKEN);

        window.page().reload();
        assertThat(window.page().locator("#board")).isHidden();
    }

    @Test
    void anUpdateLinksIntoTheStacksHistoryWhereTheBackendShowsIt() {
        Execution seventeenth = Execution.none().started(FakeScaler.THEN).recordedAs(17);
        door.scaler.updates(Update.planned(8, List.of(FakeScaler.GROWN), FakeScaler.THEN)
                .executed(seventeenth)
                .ended(UpdateStatus.SUCCEEDED, Optional.empty(), FakeScaler.THEN.plusSeconds(9)));
        opened();
        Locator number = window.page().locator("#updates .version").first();
        assertThat(number).hasText("#17");
        assertThat(number.locator("a")).hasCount(0);

        door.scaler.shownAt("https://app.pulumi.com/acme/shop/prod");
        door.events.changed();
        assertThat(number.getByRole(AriaRole.LINK))
                .hasAttribute("href", "https://app.pulumi.com/acme/shop/prod/updates/17");
        assertThat(number.getByRole(AriaRole.LINK)).hasAttribute("rel", "noopener noreferrer");
        assertThat(window.barriers()).isEmpty();

        door.scaler.shownAt("javascript:document.title=1//");
        door.events.changed();
        assertThat(number.locator("a")).hasCount(0);
    }

    @Test
    void aTokenInTheAddressIsNotTakenAndDoesNotStayThere() {
        window.go(url() + "?token=" + Door.TOKEN);
        assertThat(window.page().locator("#board")).isHidden();
        assertThat(window.page().url()).isEqualTo(url());
    }

    @Test
    void whoGuessesIsToldToSlowDownAndARightTokenPassesAllTheSame() {
        for (int i = 0; i < 30; i++) {
            door.sendBare("/pools", it -> it.header("Authorization", "Bearer a guess"));
        }
        window.go(url());
        window.show("not it either");
        assertThat(window.page().getByRole(AriaRole.ALERT))
                .hasText(java.util.regex.Pattern.compile("too many wrong tokens .* Try again in \\d+ s\\."));
        window.show(Door.TOKEN);
        assertThat(window.pool("web")).isVisible();
    }

    @Test
    void whatKeepsPoolsFromBeingScaledIsSaidFirst() {
        door.scaler.problem("the backend is away");
        door.scaler.notReady("the stack was not read yet");
        opened();
        assertThat(window.attention().locator(".notice")).hasText(new String[] {
            "■Not ready: the stack was not read yet",
            "■Nothing is scaled: the backend is away",
            "■web is stalled: its last update was given up, and a person is needed. the lock is held",
            "▲Stale: workers. The stack was deployed with another configuration; until `pulumi up`, or the"
                    + " scaler, follows, nothing of it is scaled.",
        });
        assertThat(window.page()).hasTitle("(4) PulumiScale");
    }

    @Test
    void whoseLockIsWaitedForIsSaidAsItIsWaitedForAndUntilItIsFree() {
        opened();
        Update waits = Update.planned(8, List.of(FakeScaler.GROWN), THEN).running(THEN);
        String why = "waiting for the lock of ana@laptop (pid 4242) since 2026-11-24T03:00:00Z";
        door.scaler.updates(new Update(
                8, waits.resizes(), waits.status(), waits.execution(), Optional.of(why), THEN, Optional.empty()));
        door.events.changed();
        assertThat(window.attention()).containsText("Update 8 is " + why);
        assertThat(window.page().locator("#announcer")).containsText("ana@laptop");

        door.scaler.updates();
        door.scaler.updates(
                waits.ended(io.pulumiscale.model.UpdateStatus.SUCCEEDED, Optional.empty(), THEN.plusSeconds(3)));
        door.events.changed();
        assertThat(window.attention()).not().containsText("ana@laptop");
        assertThat(window.page().locator("#updates tr").first()).containsText("succeeded");
    }

    @Test
    void aScalerThatIsGoneIsSaidWithWhenItWasHeardAndItIsComeBackTo() {
        opened();
        int port = door.port();
        door.close();
        assertThat(window.attention()).containsText("Not connected to the scaler");
        assertThat(window.attention()).containsText("Last heard");
        assertThat(window.page().locator("#connection")).containsText("last heard");
        assertThat(window.pool("web")).isVisible();

        door = opened(new Door(HttpSettings.on("127.0.0.1", port)));
        window.button("Try now").click();
        assertThat(window.attention()).not().containsText("Not connected");
        door.scaler.pause("web", Set.of(Direction.OUT), "a move", "ana");
        door.events.changed();
        assertThat(window.pool("web")).containsText("by ana: a move");
    }

    @Test
    void aStreamThatEndsAfterItsTimeIsComeAgainToWithoutAWord() {
        opened();
        window.page().waitForRequest("**/events", () -> door.clock.step(BEYOND_A_STREAMS_LIFE));
        door.scaler.pause("web", Set.of(Direction.OUT), "a move", "ana");
        door.events.changed();
        assertThat(window.pool("web")).containsText("by ana: a move");
        assertThat(window.page().locator("#connection")).hasText("live");
        assertThat(window.attention()).not().containsText("Not connected");
    }

    @Test
    void aTokenThatWasTakenAwayIsAskedForAgain() {
        opened();
        door.tokens.rotate(List.of(new AccessToken("another-token-altogether", Grant.unlimited())));
        door.clock.step(BEYOND_A_STREAMS_LIFE);
        assertThat(window.page().getByRole(AriaRole.ALERT)).hasText("This token is not valid any more.");
        assertThat(window.page().locator("#board")).isHidden();
        assertThat(window.page().locator("#pools li")).hasCount(0);
    }

    @Test
    void whateverAnybodyWritesIsTextAndNothingElse() {
        door.scaler.alert(HOSTILE + " firing");
        door.scaler.problem(HOSTILE);
        door.scaler.approvals(
                new Approval(7, "web", 3, 9, HOSTILE, THEN, THEN.plusSeconds(3600), ApprovalStatus.WAITING));
        Resize resize = new Resize("web", 2, 5, HOSTILE, List.of(new IntentId("i1")));
        Update update = Update.planned(8, List.of(resize), THEN);
        door.scaler.updates(update);
        door.scaler.history(
                new HistoryEntry(new Decided(9, THEN, resize, Optional.of(8L)), List.of(), Optional.of(update)));
        door.scaler.pause("workers", Set.of(Direction.IN), HOSTILE, HOSTILE);
        opened();

        for (String place : List.of(
                "#attention", "#approvals", "#decisions", "#updates", "[data-pool=web]", "[data-pool=workers]")) {
            assertThat(window.page().locator(place)).containsText(HOSTILE);
        }
        assertThat(window.page().locator("#board img, #board script")).hasCount(0);
        assertThat(window.page().title()).doesNotContain("owned");
    }

    @Test
    void theBrowserItselfRefusesToTakeTextForHtml() {
        opened();
        assertThatThrownBy(() -> window.page().evaluate("document.body.innerHTML = '<p>'"))
                .isInstanceOf(PlaywrightException.class)
                .hasMessageContaining("TrustedHTML");
        assertThat(window.page()
                        .evaluate("() => new Promise(done => { document.addEventListener('securitypolicyviolation',"
                                + " e => done(e.effectiveDirective)); const it = document.createElement('img');"
                                + " it.src = 'http://127.0.0.1:9/'; document.body.append(it); })"))
                .isEqualTo("img-src");
        window.forget(); // what was refused is told on the console
    }

    @Test
    void whatChangesTakesNobodysPlaceAway() {
        opened();
        window.button("Pause workers").focus();
        door.scaler.pause("workers", Set.of(Direction.OUT), "a move", "ana");
        door.events.changed();
        assertThat(window.pool("workers")).containsText("by ana: a move");
        assertThat(window.button("Pause workers")).isFocused();
    }

    @Test
    void poolsAreFilteredAndASlashGetsThere() {
        opened();
        window.page().locator("main").press("/");
        window.page().keyboard().type("work");
        assertThat(window.pool("web")).hasCount(0);
        assertThat(window.pool("workers")).isVisible();
        window.page().keyboard().type("xyz");
        assertThat(window.page().locator("#no-pools")).isVisible();
    }

    @Test
    void whatTheChartShowsIsSaidToo() {
        opened();
        assertThat(window.pool("web").locator("canvas")).isVisible();
        assertThat(window.pool("web").getByRole(AriaRole.IMG))
                .hasAttribute(
                        "aria-label", "Size of web: was between 2 and 5 in the last 6 hours, is 2, may be 1 to 9.");
        window.pool("web").getByText("Sizes of web as a table").click();
        assertThat(window.pool("web").locator("tbody tr")).hasCount(2);
    }
}
