package org.openbeat.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Debian's Chromium under Playwright, one process for the whole run, and what every journey does with its pages. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // The map is drawn by WebGL; without a graphics card the software renderer must be allowed.
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final class Running {
        static final Playwright PLAYWRIGHT = Playwright.create();
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }

    private Chromium() {}

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing. Install it: apt-get install -y chromium fonts-noto-cjk"));
    }

    /** A visitor with an own set of cookies. */
    static BrowserContext visitor(Visitor visitor) {
        return Running.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(visitor.width(), visitor.width() < 600 ? 844 : 900)
                .setLocale(visitor.language())
                .setTimezoneId("America/New_York")
                .setJavaScriptEnabled(visitor.scripts()));
    }

    /**
     * Who looks.
     *
     * @param language as the browser asks for it: {@code en-GB} or {@code zh-CN}
     * @param width of the window, in CSS pixels
     * @param scripts whether scripts run
     */
    record Visitor(String language, int width, boolean scripts) {}

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /**
     * What axe-core finds wrong on the page, one line a fault; empty when nothing is. No page of ours has frames, so it is
     * asked in the page itself; otherwise it opens a second page for every one that it looks at.
     */
    @SuppressWarnings("deprecation")
    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + " " + rule.getId() + ": " + node.getTarget() + " "
                                        + rule.getHelp()))
                        .toList();
    }
}
