package org.openbeat.app.partners.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.Subscriptions.Wanted;
import org.openbeat.app.partners.events.PartnerName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What administrators see of partners and do for them, page by page. */
@OpenbeatTest
class PartnerPagesIT {
    private static final String PASSWORD = "lantern otter quilt";
    private static final List<String> TYPES = List.of("dispatch.incident-opened");

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    PartnerSystems partners;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Rounds rounds;

    @Autowired
    Clock clock;

    Receiver receiver;
    AgencyId agency;
    Actor administrator;
    TestBrowser browser;
    String name;

    @BeforeEach
    void signIn() throws Exception {
        receiver = new Receiver();
        agency = new AgencyId("pages-" + UUID.randomUUID());
        name = "p-" + UUID.randomUUID();
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        var user = "admin." + UUID.randomUUID();
        administrator = access.openAccount(
                Actor.SYSTEM, new NewAccount(user, "Made Up Admin", PASSWORD, agency, Set.of(Role.ADMINISTRATOR)));
        browser = new TestBrowser(port);
        browser.signIn(user, PASSWORD);
    }

    @AfterEach
    void close() {
        var partner = new PartnerName(name);
        subscriptions.of(administrator, partner).forEach(each -> subscriptions.end(administrator, each.id()));
        receiver.close();
    }

    @Test
    void a_partner_is_added_and_its_key_and_the_secrets_of_its_webhook_are_shown_once() {
        var shown = browser.post(
                "/admin/partners", Map.of("name", name, "agency", agency.value(), "answers", agency.value()));
        var key = org.jsoup.Jsoup.parse(shown.body()).select("#partners-key").text();
        assertThat(partners.byKey(key).name().value()).isEqualTo(name);
        assertThat(browser.page("/admin/partners").text()).contains(name);
        assertThat(browser.get("/admin/partners/" + name).body()).doesNotContain(key);
        var opened = browser.post(
                "/admin/partners/" + name + "/subscriptions",
                Map.of("target", receiver.address(), "types", TYPES.getFirst(), "fields", "number"));
        var secrets = org.jsoup.Jsoup.parse(opened.body());
        assertThat(secrets.select("#partners-secret").text()).startsWith("whsec_");
        assertThat(secrets.select("#partners-token").text()).hasSizeGreaterThan(20);
        var page = secrets.select("main a[href*=subscriptions]").attr("href");
        browser.post(page + "/confirm", Map.of());
        assertThat(browser.page(page).text()).contains("Active", "Sent to 127.0.0.1");
    }

    @Test
    void what_a_receiver_would_not_take_stands_on_a_page_and_goes_out_again_from_there() {
        partners.open(administrator, new PartnerName(name), agency, agency, false);
        var id = subscriptions
                .open(administrator, new PartnerName(name), new Wanted(receiver.address(), TYPES, TYPES, false, ""))
                .id();
        subscriptions.confirm(administrator, id);
        var dispatcher = Actor.staff(UUID.randomUUID().toString(), "Pat Example", agency, Set.of(Role.DISPATCHER));
        var call = new NewCall(null, null, "Here", null, null, "noise", null, "Loud", null, null, null);
        dispatch.takeCall(dispatcher, call, new CommandKey(UUID.randomUUID().toString()));
        var now = clock.instant().plus(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            receiver.says(422);
            rounds.place(now);
            rounds.lease(now).forEach(each -> rounds.deliver(each, clock.instant()));
            now = now.plus(Duration.ofMinutes(5));
        }
        var path = "/admin/partners/subscriptions/" + id;
        var page = browser.page(path);
        assertThat(page.select("#given-up").text()).isEqualTo("1");
        assertThat(page.select("main table tbody tr").text()).contains("Incident opened", "422", "Send again");
        browser.post(
                path + "/resend",
                Map.of("event", page.select("input[name=event]").val()));
        assertThat(browser.page(path).select("#waiting").text()).isEqualTo("1");
    }

    @Test
    void administrators_are_told_on_every_page_that_a_partner_is_told_nothing_more() {
        partners.open(administrator, new PartnerName(name), agency, agency, false);
        var id = subscriptions
                .open(administrator, new PartnerName(name), new Wanted(receiver.address(), TYPES, TYPES, false, ""))
                .id();
        subscriptions.confirm(administrator, id);
        var dispatcher = Actor.staff(UUID.randomUUID().toString(), "Pat Example", agency, Set.of(Role.DISPATCHER));
        var call = new NewCall(null, null, "Here", null, null, "noise", null, "Loud", null, null, null);
        dispatch.takeCall(dispatcher, call, new CommandKey(UUID.randomUUID().toString()));
        receiver.says(410);
        var now = clock.instant().plus(Duration.ofMinutes(1));
        rounds.place(now);
        rounds.lease(now).forEach(each -> rounds.deliver(each, clock.instant()));
        assertThat(browser.page("/staff").text()).contains("told nothing any more");
        browser.post("/admin/partners/subscriptions/" + id + "/resume", Map.of());
        assertThat(browser.page("/admin/partners/subscriptions/" + id).text()).contains("Active");
    }
}
