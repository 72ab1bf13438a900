package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pulumiscale.http.FakeScaler.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.pulumiscale.browser.Look;
import io.pulumiscale.browser.Window;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Veto;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For everybody, however they see it. */
class DashboardAccessIT extends DashboardPage {
    @ParameterizedTest
    @EnumSource
    void nothingIsThereForThoseAloneWhoSeeItWell(Look look) {
        door.scaler.problem("the backend is away");
        Approval waiting =
                new Approval(7, "web", 3, 9, "launch, +6", THEN, THEN.plusSeconds(3600), ApprovalStatus.WAITING);
        door.scaler.approvals(waiting);
        door.scaler.history(HistoryRoutesTest.resize(4));
        Declined no = new Declined("ana", "not tonight", THEN);
        door.scaler.veto(new Veto(waiting.as(no), no, Instant.now().plusSeconds(3600)));
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
            other.page().keyboard().press("Escape");
            other.button("Decline web 3→9").click();
            assertThat(other.barriers()).as("of a no").isEmpty();
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
}
