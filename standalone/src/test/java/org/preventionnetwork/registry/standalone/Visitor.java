package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Somebody with a real browser in front of a registry, who notes what the browser asked elsewhere or refused to do. As an
 * extension of a test class, in a field that is not static of a class with one instance, {@link #leave leaves} after each
 * test and goes after the last.
 */
final class Visitor implements AutoCloseable, AfterEachCallback, AfterAllCallback {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String PROBLEMS =
            """
            async only => {
                // What can find nothing serious takes a fifth of the time.
                const rules = Object.fromEntries(axe._audit.rules
                    .filter(rule => rule.impact === 'minor' || rule.impact === 'moderate')
                    .map(rule => [rule.id, {enabled: false}]));
                const options = only.length > 0 ? {runOnly: only} : {rules};
                let context = document;
                if (only.length > 0) {
                    // What has the colours of something before it, all that is behind it included, is left out.
                    const behind = new Map([[null, '']]);
                    const background = element => {
                        if (!behind.has(element)) {
                            const style = getComputedStyle(element);
                            behind.set(element, [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
                                background(element.parentElement)].join());
                        }
                        return behind.get(element);
                    };
                    const looks = new Set();
                    const judged = new Set([document.body]);
                    const all = [...document.body.querySelectorAll('*')];
                    all.forEach(element => {
                        const style = getComputedStyle(element);
                        const look = [element.localName, style.color, style.fontSize, style.fontWeight, style.textShadow,
                            style.textDecorationLine, style.display, style.visibility, style.position, element.disabled,
                            element.childNodes.length > 0, background(element)].join();
                        if (!looks.has(look)) {
                            looks.add(look);
                            for (let up = element; !judged.has(up); up = up.parentElement) {
                                judged.add(up);
                            }
                        }
                    });
                    const exclude = all.filter(element => !judged.has(element) && judged.has(element.parentElement));
                    context = exclude.length > 0 ? {exclude} : document;
                }
                return (await axe.run(context, {resultTypes: ['violations'], ...options})).violations
                    .filter(found => found.impact === 'serious' || found.impact === 'critical')
                    .map(found => found.id + ': ' + found.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).slice(0, 3).join(' | '));
            }
            """;

    /** What a browser keeps of the administrator's login, by the registry's address. */
    private static final Map<String, String> ADMINISTRATORS = new ConcurrentHashMap<>();

    private final String address;
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final String axe;
    private Chromium chromium;
    private BrowserContext window;

    Visitor(Client registry) {
        this.address = "http://127.0.0.1:" + registry.port();
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NewContextOptions desk() {
        return new NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB");
    }

    static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(390, 844).setLocale("en-GB");
    }

    /**
     * A window of the administrator, who has every role; the one before is closed. Only the first of a registry's is led
     * through the login, which takes longer than most of what is then looked at; the others go on in its session.
     */
    Page open(NewContextOptions options) {
        String session = ADMINISTRATORS.get(address);
        if (session != null) {
            return empty(options.setStorageState(session));
        }
        Page page = open(options, "admin", Client.PASSWORD);
        ADMINISTRATORS.put(address, window.storageState());
        return page;
    }

    /** A window of this account, after the login; the one before is closed. */
    Page open(NewContextOptions options, String account, String password) {
        Page page = empty(options);
        visit(page, "/login");
        page.fill("[name=username]", account);
        page.fill("[name=password]", password);
        follow(page, "button");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private Page empty(NewContextOptions options) {
        leave();
        if (chromium == null) {
            chromium = Chromium.start();
        }
        window = chromium.window(options);
        Page page = window.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    void visit(Page page, String path) {
        page.navigate(address + path);
    }

    /**
     * Presses what leads to another page, and returns when all of that page is there. Whoever reads sooner reads the page
     * before, or half of the next: a click returns while the browser has not begun to leave.
     */
    static void follow(Page page, String link) {
        follow(page, () -> page.click(link));
    }

    static void follow(Page page, Locator link) {
        follow(page, link::click);
    }

    static void follow(Page page, Runnable click) {
        AtomicBoolean there = new AtomicBoolean();
        Consumer<Page> arrival = next -> there.set(true);
        page.onLoad(arrival);
        click.run();
        page.waitForCondition(there::get);
        page.offLoad(arrival);
    }

    /** Waits until the page's address has all of this. */
    static void arrives(Page page, String... parts) {
        page.waitForURL(url -> Stream.of(parts).allMatch(url::contains));
    }

    /** A picture for review, where the profile {@code pictures} asks for them: they take half of a browser's time, and no test looks. */
    void shoot(Page page, String name) {
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Fails where axe-core finds something serious. */
    void accessible(Page page) {
        page.evaluate(axe + "; 0");
        judge(page, List.of());
    }

    /**
     * Of a page that was found accessible by day. By night it differs in nothing but its colours, so only they are judged
     * again, and where a table has rows and rows that are coloured alike, the first of them.
     */
    void accessibleByNight(Page page) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        judge(page, List.of("color-contrast", "link-in-text-block"));
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @SuppressWarnings("unchecked")
    private static void judge(Page page, List<String> only) {
        assertThat((List<String>) page.evaluate(PROBLEMS, only)).as(page.url()).isEmpty();
    }

    /** Each of these pages, by a name for its picture, is accessible by day; where the build is thorough all of them by night too, else one. */
    void byDayAndByNight(Map<String, String> pages) {
        // Colours change at once and are not seen half-way.
        Page page = open(desk().setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE));
        List<String> byNight = TestRun.some(1, List.copyOf(pages.keySet()));
        pages.forEach((name, path) -> {
            visit(page, path);
            shoot(page, name);
            accessible(page);
            if (byNight.contains(name)) {
                accessibleByNight(page);
            }
            if (Boolean.getBoolean("pictures")) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                shoot(page, name + "-dark");
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            }
        });
        leave();
    }

    /** None of these pages is wider than a phone. */
    void onAPhone(Map<String, String> pages) {
        Page page = open(phone());
        pages.forEach((name, path) -> {
            visit(page, path);
            shoot(page, name + "-phone");
            noWiderThanAPhone(page);
        });
    }

    void noWiderThanAPhone(Page page) {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(390);
    }

    /** Answers of this status are what the test is about, though browsers complain of them. */
    void forgive(int status) {
        complaints.removeIf(complaint -> complaint.contains("with a status of " + status + " "));
    }

    /** After each test: nothing was asked of another host, and the browser had nothing to refuse. */
    void leave() {
        if (window != null) {
            window.close();
            window = null;
        }
        assertThat(elsewhere).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
