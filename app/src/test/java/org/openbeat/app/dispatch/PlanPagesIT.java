package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Fix;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of response plans, of the what-if and of coverage, over HTTP and without scripts. */
@OpenbeatTest
class PlanPagesIT {
    private static final AtomicInteger TOWNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Access access;

    @Autowired
    Positions positions;

    @Autowired
    Clock clock;

    Room room;

    @BeforeEach
    void open() {
        var agency = new AgencyId("plans-" + (9000 + TOWNS.incrementAndGet()));
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        room = new Room(dispatch, agency);
    }

    @Test
    void a_chief_is_told_each_line_that_is_wrong_and_then_puts_the_plan_in_force() throws Exception {
        var browser = browser(Role.STATION_CHIEF);
        var page = browser.page("/plans");
        assertThat(page.selectFirst("#text").val()).contains("fight: 2 units");

        var wrong = browser.submit(page, "form[action=/plans]", Map.of("text", "fight: 2 units\nfihgt: 1 unit\n"));
        assertThat(wrong.selectFirst("#text-error").text()).contains("Line 2", "fihgt");
        assertThat(wrong.selectFirst("#note-error").text()).contains("why");
        assertThat(wrong.selectFirst("#text").val()).contains("fihgt");

        var fields = Map.of("text", "fight: 2 units, 1 dog\n*: 1 unit\n", "note", "Dogs calm");
        var published = browser.submit(browser.page("/plans"), "form[action=/plans]", fields);
        assertThat(published.selectFirst("h1").text()).isEqualTo("Version 1");
        assertThat(published.select("#meanings tr").eachText()).anyMatch(row -> row.contains("2 units, 1 with"));
        assertThat(browser.page("/plans").text()).contains("version 1", "Dogs calm");
    }

    @Test
    void a_dispatcher_reads_and_tries_a_plan_and_cannot_put_it_in_force() throws Exception {
        var browser = browser(Role.DISPATCHER);
        var page = browser.page("/plans");

        assertThat(page.selectFirst("#try")).isNotNull();
        assertThat(page.selectFirst("#publish")).isNull();
        assertThat(browser.page("/plans?lang=zh-CN").text()).contains("派警方案", "试算日期");
    }

    @Test
    void coverage_is_a_page_too() throws Exception {
        room.unit();
        var browser = browser(Role.DISPATCHER);

        assertThat(browser.page("/board/coverage").selectFirst("h1").text()).isEqualTo("Coverage now");
        try (var console = new SignedIn(port, access, room.agency, Role.DISPATCHER)) {
            assertThat(console.get("/board/coverage/areas").body()).startsWith("[");
        }
        assertThat(browser.get("/board/coverage?minutes=99").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_of_an_incident_asks_for_one_click_of_reason_and_then_no_more() throws Exception {
        var near = placed(Room.SQUARE.latitude());
        var far = placed(Room.SQUARE.latitude() + 0.05);
        var incident = room.incident("noise");
        room.assign(incident, far);
        var browser = browser(Role.DISPATCHER);

        var page = browser.page("/incidents/" + incident);
        assertThat(page.select("[data-explain]").text()).contains("was recommended. Why?", "nearer than shown");
        assertThat(page.select("#log").text()).contains("was chosen");
        var after = browser.submit(page, "[data-explain] form", Map.of("why", "ORDERED"));
        assertThat(after.select("[data-explain]")).isEmpty();
        assertThat(after.select("#log").text()).contains("because: ordered");
        assertThat(near).isNotEqualTo(far);
    }

    private UnitId placed(double latitude) {
        var unit = room.unit();
        var officer = room.officer();
        dispatch.perform(officer, new Command.SignOn(unit, null), room.key());
        var now = clock.instant();
        positions.acceptFromCrew(officer, Fix.of(latitude, -83.0, 5.0, 0.0, 0.0, now, now));
        return unit;
    }

    private Browser browser(Role role) throws Exception {
        return Browser.signedIn(port, access, room.agency, role);
    }
}
