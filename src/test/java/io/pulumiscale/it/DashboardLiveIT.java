package io.pulumiscale.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.pulumiscale.browser.Browser;
import io.pulumiscale.browser.Look;
import io.pulumiscale.browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a running scaler with the real engine: what happens shows on a page that is not loaded again. */
class DashboardLiveIT {
    private static final String POOLS = Pools.WORKERS + "  approvalAbove: 2\n"; // of the last
    private static final String HOSTILE = "<img src=x onerror=document.title=1>";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    private Browser browser;
    private World world;
    private Sender scaler;
    private Window window;

    @BeforeEach
    void open() {
        browser = Browser.open();
        world = worlds.deployed(folder, POOLS);
        ScalerProcess process = world.scalerProcess();
        scaler = process.sender();
        window = browser.window(Look.LIGHT).open(process.base() + "/", World.TOKEN);
        window.page().evaluate("window.loadedOnce = true");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatHappensShowsAsItHappens() {
        assertThat(number("workers")).hasText("2");
        assertThat(scaler.json("/webhook/alertmanager", alert(HOSTILE)).statusCode())
                .isEqualTo(202);

        assertThat(number("workers")).hasText("4", patience());
        assertThat(window.pool("workers")).containsText(HOSTILE);
        Locator decision = window.page().locator("#decisions tr").first();
        assertThat(decision).containsText(HOSTILE);
        assertThat(decision.locator(".change")).hasText("2→4");
        assertThat(decision.locator(".state")).containsText("succeeded", contains());
        assertThat(window.page().locator("#updates tr").first().locator(".took"))
                .containsText(" s");
        assertThat(window.page().locator("#announcer")).containsText("Update 1 succeeded");
        assertThat(window.page().locator("#board img")).hasCount(0);

        scaler.json("/webhook/alertmanager", Payloads.alertmanager("mailers", "delta", 5, 2));
        window.page().locator("#approvals .chief").click(); // Approve mailers 2→7
        window.page().locator("dialog .chief").click();
        assertThat(number("mailers")).hasText("7", patience());
        assertThat(window.page().locator("#approvals")).isHidden();
        Cloud.awaitSize(world, scaler, "mailers", 7);
        asItWasLoaded();
    }

    @Test
    void aPersonScalesAndSeesWhoseLockIsInTheWay() throws IOException {
        Path lock = world.lockOf("ana");
        window.button("Scale workers").click();
        window.page().locator("#scale-value").fill("3");
        window.page().locator("#scale-reason").fill("a sale begins");
        window.button("See what would be decided").click();
        assertThat(window.page().getByRole(AriaRole.DIALOG)).containsText("workers 2→5: a sale begins, +3");
        assertThat(scaler.pool("workers").path("lastDecision").isNull()).isTrue();
        window.button("Scale workers 2→5").click();

        assertThat(window.attention()).containsText("waiting for the lock of ana@laptop", contains());
        Files.delete(lock);
        assertThat(number("workers")).hasText("5", patience());
        assertThat(window.attention()).not().containsText("ana@laptop", contains());
        assertThat(window.page().locator("#decisions tr").first()).containsText("a sale begins, +3");

        window.button("Pause workers").click();
        window.page().locator("#pause-reason").fill("a move");
        window.page().locator("dialog .chief").click();
        assertThat(window.pool("workers").locator(".flags")).containsText("paused");
        assertThat(scaler.pool("workers").at("/paused/now").asText()).isEqualTo("all");
        asItWasLoaded();
    }

    private void asItWasLoaded() {
        assertThat((boolean) window.page().evaluate("window.loadedOnce === true"))
                .isTrue();
        assertThat(window.troubles()).isEmpty();
    }

    private Locator number(String pool) {
        return window.pool(pool).locator(".number");
    }

    private static String alert(String name) {
        return Payloads.alertmanager("workers", "delta", 2, 1).replace("QueueBacklog", name);
    }

    private static LocatorAssertions.HasTextOptions patience() {
        return new LocatorAssertions.HasTextOptions().setTimeout((double) World.PATIENCE.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout((double) World.PATIENCE.toMillis());
    }
}
