package io.pulumiscale.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One window with the dashboard in it, and what a person does there. */
public final class Window implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<String> urls = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(troubles::add);
        page.onRequest((Request request) -> urls.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add(message.text());
            }
        });
    }

    public Page page() {
        return page;
    }

    public Window go(String url) {
        page.navigate(url);
        return this;
    }

    /** Shows the token at the page's door. */
    public Window open(String url, String token) {
        go(url).show(token);
        page.locator("#board").waitFor();
        page.locator("[data-state=live]").waitFor();
        return this;
    }

    public void show(String token) {
        page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(token);
        button("Open").click();
    }

    /** The one button of this name. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator pool(String name) {
        return page.locator("[data-pool=%s]".formatted(name));
    }

    public Locator attention() {
        return page.locator("#attention");
    }

    /** Errors of the scripts, and what the content security policy has forbidden. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** The troubles so far were wanted. */
    public void forget() {
        troubles.clear();
    }

    /** Of every request that the page has made. */
    public List<String> urls() {
        return List.copyOf(urls);
    }

    /** What is there for those alone who see it well, as axe finds it. */
    public List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Window::told).toList();
    }

    private static String told(Rule rule) {
        return "%s: %s: %s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList());
    }

    public void picture(Path file, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    }

    @Override
    public void close() {
        context.close();
    }
}
