package org.preventionnetwork.registry.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real browser that pages are tested in. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox")));
    }

    static Chromium start() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError("there is no browser at " + PROGRAM
                    + ": install Debian's package chromium (apt-get install chromium), or say where it is with"
                    + " -Dchromium=…");
        }
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
