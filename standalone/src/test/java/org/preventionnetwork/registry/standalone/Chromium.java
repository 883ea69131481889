package org.preventionnetwork.registry.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * The real browser that pages are tested in, one that is installed or else Playwright's own: one for all tests of a
 * process, which run one after the other. Whoever started it closes the windows that it opened; the browser ends with
 * the process.
 */
final class Chromium implements AutoCloseable {
    private static final class Shared {
        private static final Browser BROWSER = launch();
    }

    /** A busy machine is no fault of a page. */
    private static final Duration PATIENCE = TestRun.PATIENCE;

    private static final Optional<Path> PROGRAM = TestTools.ofThisMachine().browser();

    private final List<BrowserContext> windows = new ArrayList<>();

    private Chromium() {}

    static Chromium start() {
        TestRun.requireTag("browser");
        return new Chromium();
    }

    private static Browser launch() {
        // Five seconds otherwise, which a busy machine may need.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Its driver ends when this process does, and the browser with it.
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(List.of("--no-sandbox", "--disable-gpu"));
        PROGRAM.ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            playwright.close();
            if (PROGRAM.isPresent()) {
                throw e;
            }
            throw new AssertionError(TestTools.browserCure("and Playwright's own does not start."), e);
        }
    }

    /** A window that cannot reach any network. */
    BrowserContext offline() {
        return window(new Browser.NewContextOptions().setOffline(true));
    }

    BrowserContext window(Browser.NewContextOptions options) {
        BrowserContext window = Shared.BROWSER.newContext(options);
        window.setDefaultTimeout(PATIENCE.toMillis());
        window.setDefaultNavigationTimeout(PATIENCE.toMillis());
        windows.add(window);
        return window;
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }
}
