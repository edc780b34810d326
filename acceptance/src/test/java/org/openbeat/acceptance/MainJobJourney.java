package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/**
 * From a resident's report to a public outcome: the resident without scripts, the dispatcher with the keyboard alone, the
 * crew on a phone; in both languages, on a phone and on a desk.
 */
class MainJobJourney {
    private static final String BASE = DemoServer.baseUrl();

    @ParameterizedTest(name = "{0} at {1} px, house {2}")
    @CsvSource({"en-GB, 390, 40", "en-GB, 1280, 140", "zh-CN, 390, 240", "zh-CN, 1280, 340"})
    void a_fight_is_reported_attended_and_answered(String language, int width, int house) {
        var name = language + "-" + width;
        var address = DemoServer.city().addresses().get(house);
        var place = address.street() + " " + address.number();
        try (var resident = Chromium.visitor(new Visitor(language, width, false));
                var room = Chromium.visitor(new Visitor(language, width, true));
                var patrol = Chromium.visitor(new Visitor(language, 390, true))) {
            var tracking = report(resident.newPage(), place, name);
            var unit = send(room, address.street(), name);
            attend(patrol, unit, name);
            answer(tracking, address.beat(), name);
        }
    }

    private static Page report(Page page, String place, String name) {
        page.navigate(BASE + "/");
        Chromium.screenshot(page, name + "-1-home");
        page.navigate(BASE + "/report");
        Chromium.screenshot(page, name + "-2-what");
        page.click("button[name=category][value=fight]");
        page.fill("#typed", place);
        page.click("button[value=FIND]");
        Chromium.screenshot(page, name + "-3-where");
        page.check("#choice-1");
        page.click("button[value=NEXT]");
        if (page.locator("#side").count() > 0) { // Near the edge of a beat it asks for the side.
            page.check("#side");
            page.click("button[value=NEXT]");
        }
        page.fill("#description", "Two people are hitting each other before the bar. 两个人在酒吧门口打架。");
        Chromium.screenshot(page, name + "-4-details");
        page.click("button[value=next]");
        Chromium.screenshot(page, name + "-5-check");
        page.locator("form[action$='/report/send'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/r/[^/]+/sent.*"));
        Chromium.screenshot(page, name + "-6-sent");
        page.navigate(page.url().replaceAll("/sent.*", ""));
        return page;
    }

    /** Nothing but the keyboard: sign in, open the newest incident, send the best unit; returns its call sign. */
    private static String send(BrowserContext room, String street, String name) {
        var page = room.newPage();
        signIn(page, "dispatcher");
        page.navigate(BASE + "/board");
        var row = page.locator("tr[data-incident]")
                .filter(new Locator.FilterOptions().setHasText(street))
                .first();
        assertThat(row)
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(15_000));
        Chromium.screenshot(page, name + "-7-board");
        page.keyboard().press("/");
        page.keyboard().type("o " + row.locator(".n a").innerText());
        page.keyboard().press("Enter");
        var best = page.locator("#assign .choice--best").first(); // The plan may propose several.
        best.waitFor();
        var unit = best.getAttribute("data-call-sign");
        page.keyboard().press("Escape");
        page.keyboard().press("1");
        assertThat(page.locator("[data-part=units] tr[data-call-sign='" + unit + "']"))
                .isVisible();
        Chromium.screenshot(page, name + "-8-assigned");
        return unit;
    }

    private static void attend(BrowserContext patrol, String unit, String name) {
        var page = patrol.newPage();
        signIn(page, "crew." + unit);
        page.navigate(BASE + "/crew");
        if (page.locator("button[data-unit='" + unit + "']").count() > 0) {
            page.click("button[data-unit='" + unit + "']");
        }
        for (var step : new String[] {"ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE"}) {
            page.click("#step-" + step);
            assertThat(page.locator("#step-" + step)).hasCount(0);
        }
        Chromium.screenshot(page, name + "-9-crew");
        page.fill("#note-text", "Both have gone home.");
        page.click("#note-send");
        assertThat(page.locator(".log__said").filter(new Locator.FilterOptions().setHasText("Both have gone home.")))
                .hasCount(1);
        page.locator("details:has(#close-send) summary").click();
        page.selectOption("#close-as", "settled");
        page.click("#close-send");
        assertThat(page.locator("#work")).hasCount(0);
    }

    private static void answer(Page tracking, String beat, String name) {
        for (int tries = 0; tries < 40 && tracking.locator("#survey").count() == 0; tries++) {
            tracking.waitForTimeout(250);
            tracking.reload();
        }
        Chromium.screenshot(tracking, name + "-10-tracking");
        tracking.locator("#survey button[value=YES]").first().click();
        assertThat(tracking.locator("#survey strong").first()).isVisible();
        tracking.navigate(BASE + "/beats/" + beat);
        Chromium.screenshot(tracking, name + "-11-beat");
    }

    private static void signIn(Page page, String userName) {
        page.navigate(BASE + "/sign-in");
        page.focus("#username");
        page.keyboard().type(userName);
        page.keyboard().press("Tab");
        page.keyboard().type(DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/(staff|board|crew|account).*"));
    }
}
