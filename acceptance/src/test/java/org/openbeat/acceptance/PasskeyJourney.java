package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** A passkey from its enrolment over signing in with it to its removal, with Chromium's own virtual authenticator. */
class PasskeyJourney {
    /** Browsers give no passkey to an address in digits. */
    private static final String BASE = DemoServer.baseUrl().replace("127.0.0.1", "localhost");

    @ParameterizedTest(name = "{0} at {1} px, {2}")
    @CsvSource({"en-GB, 390, beat.201", "zh-CN, 1280, beat.202"})
    void a_passkey_is_enrolled_signs_in_and_is_removed(String language, int width, String userName) {
        try (var staff = Chromium.visitor(new Visitor(language, width, true))) {
            var page = staff.newPage();
            plugIn(staff, page);
            signIn(page, userName);
            enrol(page, language + "-" + width);
            signOut(page);

            page.click("form[data-passkey=get] button");
            page.waitForURL("**/staff");
            assertThat(page.locator(".ob-who a")).isVisible();
            signOut(page);

            twoSteps(page, userName);
            remove(page);
        }
    }

    private static void plugIn(BrowserContext staff, Page page) {
        var session = staff.newCDPSession(page);
        session.send("WebAuthn.enable");
        var key = new JsonObject();
        key.addProperty("protocol", "ctap2");
        key.addProperty("transport", "internal");
        key.addProperty("hasResidentKey", true);
        key.addProperty("hasUserVerification", true);
        key.addProperty("isUserVerified", true);
        key.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", key);
        session.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static void enrol(Page page, String name) {
        page.navigate(BASE + "/account/passkeys");
        assertThat(Chromium.faults(page)).isEmpty();
        page.fill("#name", "Made-up key");
        page.click("form[data-passkey=create] button");
        assertThat(page.locator(".ob-card h2"))
                .hasText("Made-up key", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.screenshot(page, name + "-passkeys");
    }

    /** The password alone no longer opens anything; the second step takes the passkey. */
    private static void twoSteps(Page page, String userName) {
        signIn(page, userName);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in/second.*"));
        assertThat(Chromium.faults(page)).isEmpty();
        page.click("form[data-passkey=get] button");
        page.waitForURL("**/staff");
    }

    private static void remove(Page page) {
        page.navigate(BASE + "/account/passkeys");
        page.locator("form[action$='/remove'] button").click();
        assertThat(page.locator(".ob-card")).hasCount(0);
    }

    private static void signOut(Page page) {
        page.locator(".ob-who form button").click();
        page.navigate(BASE + "/sign-in");
    }

    private static void signIn(Page page, String userName) {
        page.navigate(BASE + "/sign-in");
        page.fill("#username", userName);
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/(staff|sign-in/second).*"));
    }
}
