package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Veto;
import io.pulumiscale.scaler.DryRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do by it. */
class DashboardActionsIT extends DashboardPage {
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
        window.page().locator("#approvals .chief").click();
        assertThat(window.page().getByRole(AriaRole.DIALOG)).containsText("launch, +6");
        window.page().locator("dialog .chief").click();
        await().until(() -> door.scaler.approved().equals(List.of(7L)));
        door.scaler.nothingToApprove();
        door.events.changed();
        assertThat(window.page().locator("#approvals")).isHidden();
    }

    @Test
    void aPersonDeclinesByTheKeyboardAloneAndEverybodySeesWhy() {
        opened();
        Approval launch =
                new Approval(7, "web", 2, 9, "launch, +7", THEN, THEN.plusSeconds(3600), ApprovalStatus.WAITING);
        door.scaler.approvals(launch);
        door.events.changed();
        Page page = window.page();
        assertThat(window.button("Decline web 2→9")).isVisible();
        tabTo(window.button("Decline web 2→9"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("launch, +7");
        assertThat(page.getByLabel("Reason", exact())).isFocused();
        page.keyboard().type("not tonight");
        page.keyboard().press("Tab");
        page.keyboard().type("ana");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(page.locator("#announcer")).containsText("web 2→9 is declined");
        Approval declined = door.scaler.approvals().get(0);
        assertThat(declined.declined().map(Declined::text)).contains("declined by ana: not tonight");
        door.scaler.nothingToApprove();
        door.scaler.veto(new Veto(
                declined, declined.declined().orElseThrow(), Instant.now().plusSeconds(3600)));
        door.events.changed();
        assertThat(page.locator("#approvals")).isHidden();
        assertThat(window.pool("web").locator(".flags")).containsText("declined");
        assertThat(window.pool("web").locator(".facts")).containsText("2→9 by ana: not tonight");
    }

    @Test
    void aNoThatComesTooLateSaysSo() {
        opened();
        door.scaler.approvals(
                new Approval(7, "web", 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), ApprovalStatus.APPROVED));
        door.events.changed();
        window.button("Decline web 3→9").click();
        window.page().locator("dialog .chief").click();
        assertThat(window.page().locator("dialog [role=status]")).containsText("approved already");
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

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
