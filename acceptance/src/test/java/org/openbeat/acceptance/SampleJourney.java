package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** One of the oversight body announces a draw, another draws, and both judge what was drawn. */
class SampleJourney {
    private static final String BASE = DemoServer.baseUrl();

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 390", "zh-CN, 1280"})
    void a_sample_is_announced_by_one_drawn_by_another_and_judged_by_both(String language, int width) {
        var name = language + "-" + width;
        var draw = new String[1];
        as("oversight", language, width, page -> draw[0] = announce(page, name));
        as("second.oversight", language, width, page -> drawAndJudge(page, draw[0], name));
        as("oversight", language, width, page -> {
            judge(page, draw[0]);
            page.navigate(draw[0]);
            assertThat(page.locator("tbody tr")).hasCount(4);
            assertThat(page.locator(".ov-items li:first-child .ob-tag")).hasCount(1);
            assertThat(Chromium.faults(page)).as("results").isEmpty();
            Chromium.screenshot(page, name + "-sample-results");
            page.navigate(draw[0] + "/items/1");
            assertThat(Chromium.faults(page)).as("both judgements").isEmpty();
            Chromium.screenshot(page, name + "-sample-both");
        });
    }

    private static String announce(Page page, String name) {
        page.navigate(BASE + "/oversight/draws");
        page.check("#from-CLOSED_REPORTS");
        page.fill("#first", "2026-01-01");
        page.fill("#last", "2030-01-01");
        page.fill("#size", "2");
        assertThat(Chromium.faults(page)).as("draws").isEmpty();
        Chromium.screenshot(page, name + "-samples");
        page.locator("form[action$='/oversight/draws'] button").click();
        page.waitForURL("**/oversight/draws/*");
        assertThat(page.locator("#words")).hasCount(0);
        Chromium.screenshot(page, name + "-sample-announced");
        return page.url();
    }

    private static void drawAndJudge(Page page, String draw, String name) {
        page.navigate(draw);
        assertThat(Chromium.faults(page)).as("announced").isEmpty();
        page.fill("#words", "3 1 6 2 2 5");
        page.locator("main form button").click();
        assertThat(page.locator(".ov-items li")).hasCount(2);
        page.locator("main details summary").first().click();
        assertThat(Chromium.faults(page)).as("drawn").isEmpty();
        Chromium.screenshot(page, name + "-sample-drawn");
        page.navigate(draw + "/items/1");
        assertThat(Chromium.faults(page)).as("a piece to judge").isEmpty();
        Chromium.screenshot(page, name + "-sample-piece");
        judge(page, draw);
    }

    private static void judge(Page page, String draw) {
        page.navigate(draw + "/items/1");
        for (var question : new String[] {"CLASSIFICATION", "GROUNDS", "NEW_OR_SUPPLEMENT"}) {
            page.check("#" + question + "-RIGHT");
        }
        page.check("#DISPOSITION-CANNOT_TELL");
        page.fill("#remark", "The history does not tell what was done.");
        page.locator("main form button").click();
        page.waitForURL(draw);
    }

    private static void as(String userName, String language, int width, Consumer<Page> work) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            var page = visitor.newPage();
            page.navigate(BASE + "/sign-in");
            page.fill("#username", userName);
            page.fill("#password", DemoServer.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            work.accept(page);
        }
    }
}
