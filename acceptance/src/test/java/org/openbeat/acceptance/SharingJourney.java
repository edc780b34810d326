package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** The head of a station limits an incident and a report to named people, lifts that again, and hands the incident over. */
class SharingJourney {
    private static final String BASE = DemoServer.baseUrl();

    /** Takes a call as a program would; returns the id of the incident. */
    private static final String CALL = """
            async name => {
                const answer = await fetch('/api/dispatch/calls', {
                    method: 'POST',
                    headers: {
                        'Content-Type': 'application/json',
                        'Idempotency-Key': 'sharing-' + name,
                        'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value
                    },
                    body: JSON.stringify({locationText: '1 Market Square', trust: 'EXACT', type: 'fight', notes: 'Shouting'})
                });
                if (!answer.ok) throw new Error(await answer.text());
                return (await answer.json()).incident;
            }""";

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 390", "zh-CN, 1280"})
    void a_head_limits_what_only_some_may_see_and_hands_over_what_is_another_agencys(String language, int width) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            var page = visitor.newPage();
            signIn(page);
            incident(page, language + "-" + width);
            report(page, language + "-" + width);
        }
    }

    private static void incident(Page page, String name) {
        page.navigate(BASE + "/incidents/" + page.evaluate(CALL, name));
        page.locator("#restrict summary").click();
        assertThat(Chromium.faults(page)).as("an incident with its forms").isEmpty();
        Chromium.screenshot(page, name + "-incident-restrict");
        page.fill("#people", "dispatcher");
        page.fill("#restrict-reason", "A colleague is concerned");
        page.locator("#restrict form button").click();
        page.locator("#lift summary").click();
        assertThat(Chromium.faults(page)).as("a limited incident").isEmpty();
        Chromium.screenshot(page, name + "-incident-limited");
        page.fill("#lift-reason", "It is over");
        page.locator("#lift form button").click();
        assertThat(page.locator("#lift")).hasCount(0);
        handOver(page, name);
    }

    private static void handOver(Page page, String name) {
        page.locator("#hand-over summary").click();
        assertThat(Chromium.faults(page)).as("an incident to hand over").isEmpty();
        Chromium.screenshot(page, name + "-incident-hand-over");
        page.selectOption("#new-agency", "city/heath");
        page.locator("#hand-over input[value=true]").check();
        page.fill("#hand-over-reason", "It happened beyond the river");
        var incident = page.url();
        page.locator("#hand-over form button").click();
        page.waitForURL("**/board*");
        page.navigate(incident);
        assertThat(page.locator("#hand-over")).hasCount(0);
        assertThat(page.locator("main")).containsText("It happened beyond the river");
        Chromium.screenshot(page, name + "-incident-handed-over");
    }

    private static void report(Page page, String name) {
        page.navigate(BASE + "/desk?which=ALL");
        page.navigate(
                BASE + page.locator("main a[href^='/desk/reports/']").first().getAttribute("href"));
        if (page.locator("#purpose").count() > 0) {
            page.locator(".ob-glass summary").click();
            page.fill("#glass-reason", "Somebody may be in danger");
            page.locator("#break-glass button").click();
        }
        unfold(page, "/restrict");
        assertThat(Chromium.faults(page)).as("a report with its forms").isEmpty();
        Chromium.screenshot(page, name + "-report-restrict");
        page.fill("#people", "dispatcher");
        page.fill("#restrict-reason", "A neighbour works here");
        page.locator("form[action$='/restrict'] button").click();
        unfold(page, "/restrict/lift");
        assertThat(Chromium.faults(page)).as("a limited report").isEmpty();
        Chromium.screenshot(page, name + "-report-limited");
        page.fill("#lift-reason", "It is over");
        page.locator("form[action$='/restrict/lift'] button").click();
        assertThat(page.locator("form[action$='/restrict/lift']")).hasCount(0);
    }

    private static void unfold(Page page, String action) {
        page.locator("details:has(form[action$='" + action + "']) summary").click();
    }

    private static void signIn(Page page) {
        page.navigate(BASE + "/sign-in");
        page.fill("#username", "chief.central");
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
