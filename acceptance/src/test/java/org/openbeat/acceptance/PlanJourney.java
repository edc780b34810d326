package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/**
 * A chief tries a response plan on a day's calls and puts it in force; a dispatcher sees how the beats are covered, and
 * says in one click why another unit goes than the one recommended.
 */
class PlanJourney {
    private static final String BASE = DemoServer.baseUrl();

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 390", "zh-CN, 1280"})
    void a_plan_is_tried_on_a_day_and_put_in_force(String language, int width) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            var page = visitor.newPage();
            signIn(page, "chief.central");
            page.navigate(BASE + "/plans");
            assertThat(Chromium.faults(page)).as("plans").isEmpty();
            page.fill("#text", "# more for fights\nfight: 3 units\n*: 1 unit\nfihgt: 1 unit\n");
            page.click("#publish");
            assertThat(page.locator("#text-error")).containsText("fihgt");
            assertThat(Chromium.faults(page)).as("a plan with a mistake").isEmpty();

            page.fill("#text", "# more for fights\nfight: 3 units\n*: 1 unit\n");
            tried(page, language + "-" + width);
            page.fill("#text", "# more for fights\nfight: 3 units\n*: 1 unit\n");
            page.fill("#note", "Fights grow");
            page.click("#publish");
            assertThat(page.locator("#meanings tbody tr")).not().hasCount(0);
            assertThat(Chromium.faults(page)).as("a version").isEmpty();
            Chromium.screenshot(page, language + "-" + width + "-plan-version");
        }
    }

    private static void tried(Page page, String name) {
        var today = (String) page.evaluate("() => new Date().toISOString().slice(0, 10)");
        page.fill("#day", today);
        page.click("#try");
        page.waitForSelector("#comparison, #lead");
        assertThat(Chromium.faults(page)).as("what would have happened").isEmpty();
        Chromium.screenshot(page, name + "-what-if");
        page.navigate(BASE + "/plans");
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 1280", "zh-CN, 390"})
    void how_the_beats_are_covered_is_a_page_and_a_layer_of_the_map(String language, int width) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            var page = visitor.newPage();
            signIn(page, "dispatcher");
            page.navigate(BASE + "/board/coverage");
            assertThat(page.locator("#areas tbody tr")).not().hasCount(0);
            assertThat(Chromium.faults(page)).as("coverage").isEmpty();
            Chromium.screenshot(page, language + "-" + width + "-coverage");
            if (width > 900) {
                layer(page, language + "-" + width);
            }
        }
    }

    private static void layer(Page page, String name) {
        page.navigate(BASE + "/board");
        if ("false".equals(page.getAttribute("#map-button", "aria-pressed"))) {
            page.click("#map-button");
        }
        page.waitForResponse("**/board/coverage/areas", () -> page.click("#coverage-button"));
        assertThat(page.locator("#coverage-button")).hasAttribute("aria-pressed", "true");
        assertThat(Chromium.faults(page)).as("the board with its layer").isEmpty();
        page.waitForTimeout(1500);
        Chromium.screenshot(page, name + "-coverage-layer");
    }

    private static void signIn(Page page, String userName) {
        page.navigate(BASE + "/sign-in");
        page.fill("#username", userName);
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
