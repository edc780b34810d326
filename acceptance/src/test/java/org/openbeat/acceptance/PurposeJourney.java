package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** A chief is refused a person's data without a reason, states one, breaks the glass; oversight sees both. */
class PurposeJourney {
    private static final String BASE = DemoServer.baseUrl();

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 390, chief.central", "zh-CN, 1280, chief.central"})
    void a_person_is_read_with_a_purpose_or_by_breaking_the_glass_and_oversight_sees_it(
            String language, int width, String userName) {
        try (var staff = Chromium.visitor(new Visitor(language, width, true))) {
            var page = staff.newPage();
            signIn(page, userName);
            purpose(page, language + "-" + width);
            breakGlass(page, language + "-" + width);
        }
        try (var body = Chromium.visitor(new Visitor(language, width, true))) {
            var page = body.newPage();
            signIn(page, "oversight");
            oversight(page, language + "-" + width);
        }
    }

    private static void purpose(Page page, String name) {
        open(page, "OPEN");
        assertThat(page.locator("#purpose")).isVisible();
        assertThat(page.locator(".desk-said")).hasCount(0);
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.screenshot(page, name + "-purpose-asked");
        page.locator("#purpose-proposed button").click();
        assertThat(page.locator(".desk-said").first()).isVisible();
        assertThat(page.locator(".ob-notices__one")).hasCount(1);
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.screenshot(page, name + "-purpose-stated");
        page.locator(".ob-notices__one form button").click();
        assertThat(page.locator(".ob-notices__one")).hasCount(0);
    }

    private static void breakGlass(Page page, String name) {
        open(page, "CLOSED");
        page.locator(".ob-glass summary").click();
        page.fill("#glass-reason", "A child is missing, this may name the friend");
        page.locator("#break-glass button").click();
        assertThat(page.locator(".desk-said").first()).isVisible();
        assertThat(page.locator(".ob-notices__one")).hasCount(2);
        page.navigate(BASE + "/purposes");
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.screenshot(page, name + "-glass-to-justify");
        page.locator("textarea").first().fill("The child was found at the friend's home.");
        page.locator("form[action$='/justify'] button").first().click();
        assertThat(page.locator("form[action$='/justify']")).hasCount(0);
    }

    private static void oversight(Page page, String name) {
        page.navigate(BASE + "/oversight");
        assertThat(page.locator(".ob-notices__one.is-urgent")).isVisible();
        Chromium.screenshot(page, name + "-oversight");
        for (var path :
                new String[] {"/purposes/told", "/oversight/glass", "/oversight/records", "/oversight/statistics"}) {
            page.navigate(BASE + path);
            assertThat(Chromium.faults(page)).as(path).isEmpty();
            Chromium.screenshot(page, name + path.replace('/', '-'));
        }
        page.navigate(BASE + "/purposes/told");
        page.locator("form[action$='/seen'] button").click();
        assertThat(page.locator(".ob-notices__one.is-urgent")).hasCount(0);
    }

    /** The first report of the list, which the chief does not work on. */
    private static void open(Page page, String which) {
        page.navigate(BASE + "/desk?which=" + which);
        page.navigate(
                BASE + page.locator("main a[href^='/desk/reports/']").first().getAttribute("href"));
    }

    private static void signIn(Page page, String userName) {
        page.navigate(BASE + "/sign-in");
        page.fill("#username", userName);
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
