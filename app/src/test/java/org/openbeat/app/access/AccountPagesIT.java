package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenbeatTest
class AccountPagesIT {
    private static final String PASSWORD = "lantern otter quilt";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    StaffAccounts accounts;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());
    private final String userName = "admin." + UUID.randomUUID();

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        access.openAccount(
                Actor.SYSTEM, new NewAccount(userName, "Made Up Admin", PASSWORD, agency, Set.of(Role.ADMINISTRATOR)));
    }

    private Actor administrator() {
        return access.find(userName).orElseThrow();
    }

    private TestBrowser browser() {
        var browser = new TestBrowser(port);
        browser.signIn(userName, PASSWORD);
        return browser;
    }

    @Test
    void an_account_is_opened_found_edited_and_closed() {
        var browser = browser();
        var newName = "new." + UUID.randomUUID();
        var opened = browser.post(
                "/admin/accounts",
                Map.of("userName", newName, "name", "Quill Ashby", "agency", agency.value(), "roles", "DISPATCHER"));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(opened.body()).select("#one-time-password").text())
                .hasSize(16);

        var row = browser.page("/admin/accounts?q=quill").select("tbody tr");
        assertThat(row.text()).contains("Quill Ashby", newName, "Dispatcher", "Open");
        var path = row.select("a").attr("href");
        var changed =
                browser.post(path, Map.of("name", "Quill Ashby-Reed", "agency", agency.value(), "roles", "DISPATCHER"));
        assertThat(TestBrowser.target(changed)).isEqualTo(path);
        assertThat(browser.page(path).text()).contains("The account is changed.", "Quill Ashby-Reed");
        browser.post(path + "/close", Map.of());
        assertThat(browser.page("/admin/accounts?q=quill").text()).contains("Closed");
        assertThat(access.find(newName)).isEmpty();
    }

    @Test
    void what_is_wrong_in_the_form_is_said_and_what_was_typed_stays() {
        var answer = browser().post("/admin/accounts", Map.of("userName", "!!", "name", "Wren Holloway"));
        var page = Jsoup.parse(answer.body());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).contains("#userName", "#agency", "#roles");
        assertThat(page.select("#name").val()).isEqualTo("Wren Holloway");
        assertThat(browser()
                        .post("/admin/accounts", Map.of("userName", "x.y", "name", "W", "agency", "a", "roles", "KING"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_administers_beyond_their_own_agency() {
        var other = new AgencyId("town-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, other, "Another made-up town", null);
        var stranger = access.openAccount(
                Actor.SYSTEM,
                new NewAccount("far." + UUID.randomUUID(), "Far Away", PASSWORD, other, Set.of(Role.ANALYST)));
        assertThat(browser().get("/admin/accounts/" + stranger.id()).statusCode())
                .isEqualTo(404);
        assertThat(browser().page("/admin/accounts?q=far").text()).doesNotContain("Far Away");
        assertThatThrownBy(() -> accounts.open(administrator(), "x.y.z", "X", other, Set.of(Role.ANALYST), ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("agency-elsewhere");
        assertThatThrownBy(() -> accounts.close(administrator(), AccountId.of(stranger.id()), ""))
                .hasMessage("not-found");
    }

    @Test
    void nobody_closes_their_own_account_or_changes_their_own_roles() {
        var self = AccountId.of(administrator().id());
        assertThatThrownBy(() -> accounts.close(administrator(), self, "")).hasMessage("own-account");
        assertThatThrownBy(() -> accounts.change(administrator(), self, "Me", agency, Set.of(Role.OVERSIGHT), ""))
                .hasMessage("own-account");
    }

    @Test
    void a_user_name_is_taken_once() {
        accounts.open(administrator(), "twin." + agency.value(), "One", agency, Set.of(Role.ANALYST), "");
        assertThatThrownBy(() -> accounts.open(
                        administrator(), "twin." + agency.value(), "Two", agency, Set.of(Role.ANALYST), ""))
                .hasMessage("user-name-taken");
    }

    @Test
    void long_lists_come_in_pages() {
        for (int i = 0; i < 30; i++) {
            access.openAccount(
                    Actor.SYSTEM,
                    new NewAccount(
                            "page" + i + "." + UUID.randomUUID(),
                            "Page Person " + i,
                            PASSWORD,
                            agency,
                            Set.of(Role.ANALYST)));
        }
        var page = browser().page("/admin/accounts");
        assertThat(page.select("tbody tr")).hasSize(25);
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/admin/accounts?page=2");
        assertThat(browser().page("/admin/accounts?page=2").select("tbody tr")).hasSize(6);
        assertThat(browser().get("/admin/accounts?page=99999999").statusCode()).isEqualTo(200);
    }

    @Test
    void agencies_are_added_below_ones_own() {
        var browser = browser();
        browser.post("/admin/agencies", Map.of("parent", agency.value(), "word", "north", "name", "North"));
        assertThat(browser.page("/admin/agencies").text()).contains("The agency is added.", "North");
        var elsewhere = browser.post("/admin/agencies", Map.of("parent", "main", "word", "x", "name", "X"));
        assertThat(elsewhere.body()).contains("govuk-error-summary");
    }

    @Test
    void who_works_in_a_role_is_known_by_agency_and_by_name() {
        access.addAgency(Actor.SYSTEM, new AgencyId(agency + "/south"), "South", null);
        var officer = access.openAccount(
                Actor.SYSTEM,
                new NewAccount(
                        "beat." + UUID.randomUUID(),
                        "Ivo Marsh",
                        PASSWORD,
                        new AgencyId(agency + "/south"),
                        Set.of(Role.COMMUNITY_OFFICER)));
        assertThat(access.staffIn(agency, Role.COMMUNITY_OFFICER))
                .extracting(Account::name)
                .containsExactly("Ivo Marsh");
        assertThat(access.staffName(AccountId.of(officer.id()))).contains("Ivo Marsh");
        assertThatThrownBy(() -> access.requireRole(officer, Role.COMMANDER)).hasMessage("forbidden");
    }
}
