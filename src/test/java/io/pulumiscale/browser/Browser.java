package io.pulumiscale.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. Nothing is downloaded. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Where there is none on {@code PATH} the test is skipped, and says so. */
    public static Browser open() {
        Path program = program();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)));
    }

    /** A window of its own, with nothing kept from any other. */
    public Window window(Look look) {
        return new Window(chromium.newContext(look.options()));
    }

    private static Path program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser")
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    System.err.println("SKIPPED: no chromium on PATH; apt-get install chromium");
                    return abort("no chromium");
                });
    }

    @Override
    public void close() {
        playwright.close();
    }
}
