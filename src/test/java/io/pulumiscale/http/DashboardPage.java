package io.pulumiscale.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.browser.Browser;
import io.pulumiscale.browser.Look;
import io.pulumiscale.browser.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The dashboard in a real browser, in front of a fake scaler. */
abstract class DashboardPage {
    static Browser browser;
    private final List<Door> doors = new ArrayList<>();
    Door door;
    Window window;

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

    void opened() {
        window.open(url(), Door.TOKEN);
    }

    Door opened(Door one) {
        doors.add(one);
        return one;
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(door.port());
    }
}
