package org.openbeat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** axe-core finds nothing on any page, in either language, on a phone and on a desk. */
class AccessibilityJourney {
    private static final String BASE = DemoServer.baseUrl();
    private static final List<String> OPEN = List.of(
            "/",
            "/report",
            "/track",
            "/beats",
            "/beats/101",
            "/ledger",
            "/receipts",
            "/open311",
            "/sign-in",
            "/sign-in/recover",
            "/accessibility",
            "/no-such-page",
            "/problems/not-found");
    private static final List<String> ROOM = List.of(
            "/staff",
            "/board",
            "/board/coverage",
            "/calls/new",
            "/incidents",
            "/units",
            "/plans",
            "/board/continuity",
            "/board/continuity/cards",
            "/board/contractors",
            "/board/replay",
            "/board/intervals",
            "/desk",
            "/account/sessions");
    private static final List<String> OWN_ACCOUNT =
            List.of("/account", "/account/password", "/account/second-factor", "/account/passkeys", "/account/confirm");

    static Stream<Arguments> visitors() {
        return Stream.of("en-GB", "zh-CN")
                .flatMap(language -> Stream.of(390, 1280).map(width -> Arguments.of(language, width)));
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @MethodSource("visitors")
    void open_pages_have_no_fault(String language, int width) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            check(visitor, OPEN);
            wizard(visitor.newPage());
        }
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @MethodSource("visitors")
    void pages_of_staff_have_no_fault(String language, int width) {
        for (var staff : List.of("dispatcher", "chief.central", "beat.101", "crew.c1", "admin", "oversight")) {
            try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
                signIn(visitor.newPage(), staff);
                check(visitor, pagesOf(staff));
                if (staff.equals("chief.central")) {
                    firstOf(visitor.newPage(), "/desk?which=ALL", "main a[href^='/desk/reports/']");
                    audit(visitor.newPage());
                }
                if (staff.equals("admin")) {
                    var partners = visitor.newPage();
                    firstOf(partners, "/admin/partners", "main table a");
                    firstOf(partners, partners.url().replaceFirst("^https?://[^/]+", ""), "main .ob-card a");
                }
                if (staff.equals("dispatcher")) {
                    check(visitor, OWN_ACCOUNT);
                    authenticatorApp(visitor.newPage());
                    firstOf(visitor.newPage(), "/incidents", "main a[href^='/incidents/']");
                    firstOf(visitor.newPage(), "/desk?which=ALL", "main a[href^='/desk/reports/']");
                }
            }
        }
    }

    private static List<String> pagesOf(String staff) {
        return switch (staff) {
            case "dispatcher" -> ROOM;
            case "chief.central" ->
                List.of(
                        "/staff",
                        "/desk",
                        "/desk?q=lamp",
                        "/board",
                        "/plans",
                        "/desk/requests",
                        "/approvals",
                        "/retention",
                        "/purposes",
                        "/purposes/told");
            case "beat.101" -> List.of("/desk/beat", "/crew");
            case "crew.c1" -> List.of("/crew");
            case "admin" ->
                List.of(
                        "/admin/accounts",
                        "/admin/agencies",
                        "/admin/partners",
                        "/recoveries",
                        "/approvals",
                        "/retention");
            default ->
                List.of(
                        "/staff",
                        "/approvals",
                        "/retention",
                        "/desk",
                        "/oversight",
                        "/oversight/records",
                        "/oversight/glass",
                        "/oversight/statistics",
                        "/oversight/ledger",
                        "/oversight/draws",
                        "/purposes/told");
        };
    }

    /** Who changed and read the first report of the list. */
    private static void audit(Page page) {
        page.navigate(BASE + "/desk?which=ALL");
        var report = page.locator("main a[href^='/desk/reports/']").first().getAttribute("href");
        page.navigate(BASE + report + "/audit");
        assertThat(Chromium.faults(page)).as("audit").isEmpty();
    }

    /** A report from the first page of the wizard to its tracking page. */
    private static void wizard(Page page) {
        page.navigate(BASE + "/report");
        page.click("button[name=category][value=street-light]");
        assertThat(Chromium.faults(page)).as("where").isEmpty();
        page.fill("#typed", "before the market hall");
        page.click("button[value=DESCRIBE]");
        assertThat(Chromium.faults(page)).as("details").isEmpty();
        page.fill("#description", "The lamp has been dark for a week.");
        page.click("button[value=next]");
        assertThat(Chromium.faults(page)).as("check").isEmpty();
        page.locator("form[action$='/report/send'] button").click();
        page.waitForURL("**/sent*");
        assertThat(Chromium.faults(page)).as("sent").isEmpty();
        page.navigate(page.url().replaceAll("/sent.*", ""));
        assertThat(Chromium.faults(page)).as("tracking").isEmpty();
        page.locator("#rights summary").first().click();
        page.locator("#rights form:has(input[value=COPY]) button").click();
        page.waitForLoadState();
        assertThat(Chromium.faults(page)).as("own data asked for").isEmpty();
    }

    /** The page with the square code; without its first code nothing of the account changes. */
    private static void authenticatorApp(Page page) {
        page.navigate(BASE + "/account/second-factor");
        page.locator("form[action$='/app'] button").click();
        page.waitForURL("**/second-factor/app");
        assertThat(Chromium.faults(page)).as("authenticator app").isEmpty();
    }

    /** What stands behind the first row of a list. */
    private static void firstOf(Page page, String list, String link) {
        page.navigate(BASE + list);
        page.navigate(BASE + page.locator(link).first().getAttribute("href"));
        assertThat(Chromium.faults(page)).as("first of " + list).isEmpty();
    }

    private static void check(BrowserContext visitor, List<String> paths) {
        try (var page = visitor.newPage()) {
            for (var path : paths) {
                page.navigate(BASE + path);
                assertThat(Chromium.faults(page)).as(path).isEmpty();
            }
        }
    }

    private static void signIn(Page page, String userName) {
        page.navigate(BASE + "/sign-in");
        page.fill("#username", userName);
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
