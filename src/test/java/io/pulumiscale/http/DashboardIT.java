package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import io.pulumiscale.browser.Browser;
import io.pulumiscale.browser.Look;
import io.pulumiscale.browser.Window;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.DryRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard in a real browser, in front of a fake scaler. */
class DashboardIT {
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>owned()</script>";
    private static final Duration BEYOND_A_STREAMS_LIFE = Duration.ofMinutes(16);

    private static Browser browser;
    private final List<Door> doors = new ArrayList<>();
    private Door door;
    private Window window;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        door = opened(new Door());
        window = browser.window(Look.LIGHT);
    }

    @AfterEach
    void close() {
        try {
            assertThat(window.troubles()).as("errors on the page").isEmpty();
        } finally {
            window.close();
            doors.forEach(Door::close);
        }
    }

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
    void aPersonScalesByTheKeyboardAloneAndSeesFirstWhatWouldBeDecided() {
        door.scaler.rehearsal(
                new DryRun.Decides(new Resize("web", 2, 5, "a sale begins, +3", List.of(new IntentId("i1")))));
        opened();
        Page page = window.page();
        tabTo(window.button("Scale web"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(page.getByLabel("Number", exact())).isFocused();
        page.keyboard().type("3");
        page.keyboard().press("Tab");
        page.keyboard().type("a sale begins");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("web 2→5: a sale begins, +3");
        assertThat(door.scaler.kept()).isEmpty();
        assertThat(window.button("Scale web 2→5")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(window.button("Scale web")).isFocused();
        assertThat(door.scaler.kept()).singleElement().satisfies(intent -> {
            assertThat(intent.pool()).isEqualTo("web");
            assertThat(intent.change()).isEqualTo(new Change.Delta(3));
            assertThat(intent.reason()).contains("a sale begins");
        });
        assertThat(window.attention()).containsText("web +3 is taken in.");
    }

    @Test
    void whatIsChangedAfterALookIsLookedAtAgain() {
        opened();
        window.button("Scale web").click();
        window.button("See what would be decided").click();
        assertThat(window.button("Send it all the same")).isVisible();
        window.page().getByLabel("to a size").check();
        assertThat(window.button("Send it all the same")).isHidden();
        assertThat(window.page().getByLabel("Number", exact())).hasValue("2");
        window.page().keyboard().press("Escape");
        assertThat(window.page().getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldInTheScalersWords() {
        door.tokens.rotate(List.of(new AccessToken(
                Door.TOKEN, new Grant("looker", Set.of(io.pulumiscale.model.Right.READ), Optional.empty()))));
        opened();
        window.button("Pause web").click();
        window.page().locator("dialog .chief").click();
        assertThat(window.page().locator("dialog [role=status]")).containsText("scale");
        assertThat(window.page().getByRole(AriaRole.DIALOG)).isVisible();
    }

    @Test
    void aPersonPausesAndResumes() {
        opened();
        assertThat(window.button("Resume web")).isHidden();
        window.button("Pause web").click();
        window.page().getByLabel("in", exact()).check();
        window.page().getByLabel("Reason", exact()).fill("the sale goes on");
        window.page().getByLabel("By", exact()).fill("ana");
        window.page().locator("dialog .chief").click();
        door.events.changed();
        assertThat(window.pool("web")).containsText("by ana: the sale goes on");
        assertThat(window.pool("web").locator(".flags")).containsText("paused in");

        window.button("Resume web").click();
        assertThat(window.page().getByRole(AriaRole.DIALOG)).containsText("Paused in, by ana: the sale goes on.");
        window.page().locator("dialog .chief").click();
        door.events.changed();
        assertThat(window.pool("web").locator(".flags")).not().containsText("paused");
    }

    @Test
    void aPersonApproves() {
        opened();
        assertThat(window.page().locator("#approvals")).isHidden();
        door.scaler.approvals(
                new Approval(7, "web", 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), ApprovalStatus.APPROVED));
        door.events.changed();
        window.page().locator("#approvals").getByRole(AriaRole.BUTTON).click();
        assertThat(window.page().getByRole(AriaRole.DIALOG)).containsText("launch, +6");
        window.page().locator("dialog .chief").click();
        await().until(() -> door.scaler.approved().equals(List.of(7L)));
        door.scaler.nothingToApprove();
        door.events.changed();
        assertThat(window.page().locator("#approvals")).isHidden();
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

    @ParameterizedTest
    @EnumSource
    void nothingIsThereForThoseAloneWhoSeeItWell(Look look) {
        door.scaler.problem("the backend is away");
        door.scaler.approvals(
                new Approval(7, "web", 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), ApprovalStatus.WAITING));
        door.scaler.history(HistoryRoutesTest.resize(4));
        door.scaler.pause("web", Set.of(Direction.OUT), "a move", "ana");
        try (Window other = browser.window(look)) {
            other.go(url());
            assertThat(other.barriers()).as("at the door").isEmpty();
            other.show("not it");
            assertThat(other.page().getByRole(AriaRole.ALERT)).not().isEmpty();
            assertThat(other.barriers()).as("refused").isEmpty();
            other.show(Door.TOKEN);
            assertThat(other.pool("web").locator("canvas")).isVisible();
            other.pool("web").getByText("Sizes of web as a table").click();
            assertThat(other.barriers()).as("all of it").isEmpty();
            assertThat((boolean) other.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits into the window")
                    .isTrue();
            other.button("Scale web").click();
            other.button("See what would be decided").click();
            assertThat(other.barriers()).as("in the dialog").isEmpty();
            assertThat(other.troubles()).isEmpty();
        }
    }

    @Test
    void theThemeIsAsOneLikesItWhateverTheSystemSays() {
        opened();
        String light = ground();
        window.button("Theme: automatic").click();
        window.button("Theme: light").click();
        assertThat(ground()).isNotEqualTo(light);
        assertThat(window.barriers()).isEmpty();
        window.page().reload();
        assertThat(window.button("Theme: dark")).isVisible();
    }

    private String ground() {
        return window.page()
                .evaluate("getComputedStyle(document.body).backgroundColor")
                .toString();
    }

    /** As who uses no mouse does. */
    private void tabTo(Locator wanted) {
        for (int i = 0; i < 40; i++) {
            window.page().keyboard().press("Tab");
            if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("no way there by the keyboard: " + wanted);
    }

    private void opened() {
        window.open(url(), Door.TOKEN);
    }

    private Door opened(Door one) {
        doors.add(one);
        return one;
    }

    private String url() {
        return "http://127.0.0.1:%d/".formatted(door.port());
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
