package org.preventionnetwork.registry.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real browser that pages are tested in: one that is installed, or else Playwright's own. */
final class Chromium implements AutoCloseable {
    private static final Optional<Path> PROGRAM = TestTools.ofThisMachine().browser();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(List.of("--no-sandbox"));
        PROGRAM.ifPresent(options::setExecutablePath);
        try {
            this.browser = playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            playwright.close();
            if (PROGRAM.isPresent()) {
                throw e;
            }
            throw new AssertionError(TestTools.browserCure("and Playwright's own does not start."), e);
        }
    }

    static Chromium start() {
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A window that cannot reach any network. */
    BrowserContext offline() {
        return browser.newContext(new Browser.NewContextOptions().setOffline(true));
    }

    BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
