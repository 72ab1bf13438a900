package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pulumiscale.browser.Browser;
import io.pulumiscale.browser.Look;
import io.pulumiscale.browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How the dashboard looks after a day of three pools. The pictures are in {@code target/pictures}; those in
 * {@code docs/images} are copies of them.
 */
class DashboardPicturesIT {
    private static final Path PICTURES = Path.of("target/pictures");

    @Test
    void afterADay() throws IOException {
        Files.createDirectories(PICTURES);
        try (Browser browser = Browser.open();
                SimulatedDay day = SimulatedDay.played()) {
            try (Window window = browser.window(Look.LIGHT)) {
                look(window.open(day.url(), SimulatedDay.TOKEN), "dashboard.png");
                window.button("Scale web").click();
                window.page().locator("#scale-value").fill("3");
                window.page().locator("#scale-reason").fill("the sale begins at nine");
                window.button("See what would be decided").click();
                assertThat(window.page().locator("dialog .outcome")).containsText("the sale begins at nine, +3");
                window.picture(PICTURES.resolve("dashboard-scale.png"), false);
            }
            try (Window window = browser.window(Look.DARK)) {
                look(window.open(day.url(), SimulatedDay.TOKEN), "dashboard-dark.png");
            }
            day.lockedBy("waiting for the lock of ana@laptop (pid 4242) since "
                    + day.now().minusSeconds(95));
            try (Window window = browser.window(Look.PHONE_AT_NIGHT)) {
                window.open(day.url(), SimulatedDay.TOKEN);
                assertThat(window.attention()).containsText("ana@laptop");
                look(window, "dashboard-phone.png");
            }
        }
    }

    private static void look(Window window, String picture) {
        window.page()
                .getByLabel("1 day", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(window.page().locator("#decisions tr").first()).isVisible();
        assertThat(window.pool("web").locator("canvas")).isVisible();
        assertThat(window.pool("batch").locator(".plot")).hasAttribute("aria-label", Pattern.compile("last day"));
        window.picture(PICTURES.resolve(picture), false);
        assertThat(window.barriers()).isEmpty();
        assertThat(window.troubles()).isEmpty();
    }
}
