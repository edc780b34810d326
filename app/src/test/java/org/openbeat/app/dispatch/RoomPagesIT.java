package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the room and of crews, over HTTP and without scripts. */
@OpenbeatTest
class RoomPagesIT {
    private static final AtomicInteger TOWNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Access access;

    @Autowired
    Roads roads;

    Room room;

    @BeforeEach
    void open() {
        var agency = new AgencyId("pages-" + (9000 + TOWNS.incrementAndGet()));
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        room = new Room(dispatch, agency);
    }

    @Test
    void the_board_shows_incidents_and_units_before_any_script_runs() throws Exception {
        var incident = room.incident("fight");
        room.unit();
        var board = browser(Role.DISPATCHER).page("/board");

        var row = board.selectFirst("tr[data-incident=" + incident + "]");
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("Fight", "1 Market Square", "Waiting", "Immediate");
        assertThat(row.selectFirst(".n a").attr("href")).isEqualTo("/incidents/" + incident);
        assertThat(board.select("[data-group=AVAILABLE] [data-unit]")).hasSize(1);
        assertThat(board.selectFirst("#waiting-count").text()).isEqualTo("1");
    }

    @Test
    void a_unit_is_added_on_a_page_and_its_device_gets_a_token_that_is_shown_once() throws Exception {
        var browser = browser(Role.DISPATCHER);
        var empty = browser.page("/units");
        assertThat(empty.selectFirst(".ob-empty")).isNotNull();
        var callSign = "f" + TOWNS.get();
        var fields = Map.of("callSign", callSign, "type", "van", "agency", room.agency.value(), "skills", "traffic");
        assertThat(browser.submit(empty, "form[action=/units]", fields).text())
                .contains("Unit " + callSign.toUpperCase(java.util.Locale.ROOT));

        var list = browser.page("/units");
        var row = list.selectFirst("tr[data-call-sign=" + callSign + "]");
        assertThat(row.text()).contains("Van", "Traffic", "Off duty");
        assertThat(browser.submit(list, "form[action=/units]", fields)
                        .selectFirst("#callSign-error")
                        .text())
                .contains(callSign + " is a unit already");

        var unit = browser.page(row.selectFirst("a").attr("href"));
        var issued = browser.submit(unit, "#device-form", Map.of("name", "Tracker"));
        assertThat(issued.selectFirst("#token").text()).hasSizeGreaterThan(20);
        var later = browser.page(row.selectFirst("a").attr("href"));
        assertThat(later.selectFirst("#token")).isNull();
        assertThat(later.text()).contains("Tracker");
    }

    @Test
    void a_closed_road_stands_on_its_page_and_is_opened_again_there() throws Exception {
        var id = roads.set(
                room.dispatcher, new NewRoadCondition(Room.SQUARE, 20, null, "Market Square", "fallen tree", 4));
        var browser = browser(Role.DISPATCHER);
        var page = browser.page("/roads");
        var row = "tr[data-road=" + id + "]";
        assertThat(page.selectFirst(row).text()).contains("Market Square (20 m)", "Closed", "fallen tree");
        var nowhere = browser.submit(
                page,
                "form[action=/roads]",
                Map.of("place", "No Such Street Anywhere", "metres", "20", "state", "closed", "reason", "test"));
        assertThat(nowhere.selectFirst("#place-error").text()).contains("on the map");
        var unsaid = browser.submit(
                page,
                "form[action=/roads]",
                Map.of("place", "40.0, -83.0", "metres", "20", "state", "", "hours", "", "reason", "test"));
        assertThat(unsaid.select("#state-error, #hours-error"))
                .as("what was left out is not taken for closed, for ever")
                .hasSize(2);
        var after = browser.submit(page, row + " form", Map.of());
        assertThat(after.selectFirst(row)).isNull();
        assertThat(after.text()).contains("open again");
    }

    @Test
    void what_people_wrote_is_text_on_the_board_and_never_markup() throws Exception {
        room.dispatch.takeCall(
                room.callTaker,
                new NewCall(
                        null,
                        null,
                        "<img src=x onerror=alert(1)>",
                        null,
                        null,
                        "fight",
                        null,
                        "\"><script>",
                        null,
                        null,
                        null),
                room.key());
        var browser = browser(Role.DISPATCHER);
        var board = browser.page("/board");

        assertThat(board.select("table img, tr script")).isEmpty();
        assertThat(board.selectFirst(".where__text").text()).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void rows_that_scripts_fill_are_built_like_those_that_the_server_fills() throws Exception {
        room.incident();
        room.unit();
        var board = browser(Role.DISPATCHER).page("/board");
        var inTable = skeleton(board.selectFirst("tr[data-incident]").outerHtml());
        var pattern = skeleton(board.selectFirst("template#incident-row").html());

        assertThat(pattern).isEqualTo(inTable);
    }

    /** Elements and their classes in order, without what differs between incidents. */
    private static String skeleton(String row) {
        return Jsoup.parse("<table><tbody>" + row + "</tbody></table>").select("tr, tr *").stream()
                .map(each -> each.tagName() + "."
                        + each.className().replaceAll("prio--\\d?", "").strip())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_dispatcher_assigns_and_takes_off_with_plain_forms() throws Exception {
        var incident = room.incident();
        var unit = room.unit();
        var browser = browser(Role.DISPATCHER);

        var page = browser.page("/incidents/" + incident);
        var said = browser.submit(page, "#assign .choice form", Map.of());
        assertThat(said.selectFirst("#incident-said").text()).contains("is assigned to #");
        assertThat(room.statusOf(unit)).isEqualTo(UnitStatus.ASSIGNED);

        var after = browser.submit(said, "form[action$=/cancel]", Map.of());
        assertThat(after.selectFirst("#incident-said").text()).contains("is taken off #");
        assertThat(room.statusOf(unit)).isEqualTo(UnitStatus.AVAILABLE);
    }

    @Test
    void a_form_that_is_sent_twice_has_one_effect() throws Exception {
        var incident = room.incident();
        var browser = browser(Role.DISPATCHER);
        var page = browser.page("/incidents/" + incident);
        browser.submit(page, "#note-form", Map.of("text", "Both went home"));
        var again = browser.submit(page, "#note-form", Map.of("text", "Both went home"));

        assertThat(again.select("#log .log__said:contains(Both went home)")).hasSize(1);
        assertThat(again.selectFirst("#incident-said").text()).contains("not done twice");
    }

    @Test
    void two_dispatchers_who_change_the_same_incident_hear_the_truth() throws Exception {
        var incident = room.incident("noise");
        var one = browser(Role.DISPATCHER);
        var other = browser(Role.DISPATCHER);
        var seenByOther = other.page("/incidents/" + incident);
        one.submit(one.page("/incidents/" + incident), "#change-priority form", Map.of("priority", "2"));
        var refused = other.submit(seenByOther, "#change-priority form", Map.of("priority", "3"));

        assertThat(refused.selectFirst("#incident-problem").text()).contains("Someone else changed this incident");
        assertThat(refused.selectFirst("#incident-said")).isNull();
        assertThat(room.file(incident).row().priority().level()).isEqualTo(2);
    }

    @Test
    void a_script_hears_a_refusal_as_a_problem_and_an_act_with_the_way_back() throws Exception {
        var incident = room.incident();
        var unit = room.unit();
        var browser = browser(Role.DISPATCHER);
        var page = browser.page("/board");
        var fields = Map.of("unit", unit.toString(), "key", UUID.randomUUID().toString());
        var done = browser.postJson(page, "/incidents/" + incident + "/assign", fields);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"undo\"", "/incidents/" + incident + "/cancel");

        var other = room.incident();
        var busy = browser.postJson(
                page,
                "/incidents/" + other + "/assign",
                Map.of("unit", unit.toString(), "key", UUID.randomUUID().toString()));
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(busy.body()).contains("/problems/unit-busy", "nobody was assigned");
    }

    @Test
    void a_struck_entry_stays_readable_with_the_reason() throws Exception {
        var incident = room.incident();
        var browser = browser(Role.DISPATCHER);
        var noted = browser.submit(browser.page("/incidents/" + incident), "#note-form", Map.of("text", "Red shirt"));
        var struck = browser.submit(noted, "form[action$=/strike]", Map.of("reason", "Other incident"));

        var entry = struck.selectFirst("#log .is-struck");
        assertThat(entry).isNotNull();
        assertThat(entry.text()).contains("Red shirt", "Struck at", "Other incident");
    }

    @Test
    void a_call_pressed_twice_opens_one_incident() throws Exception {
        var browser = browser(Role.CALL_TAKER);
        var form = browser.page("/calls/new");
        var fields = Map.of("place", "1 Market Square", "type", "fight", "notes", "Shouting");
        var first = browser.submit(form, "#call", fields);
        browser.submit(form, "#call", fields);

        assertThat(first.selectFirst("#incident-said").text()).contains("is open");
        assertThat(dispatch.board(room.dispatcher).incidents()).hasSize(1);
    }

    @Test
    void a_call_with_something_missing_comes_back_with_everything_that_was_typed() throws Exception {
        var browser = browser(Role.CALL_TAKER);
        var back = browser.submit(
                browser.page("/calls/new"),
                "#call",
                Map.of("place", "1 Market Square", "notes", "Shouting", "type", ""));

        assertThat(back.selectFirst("#call-problem").text()).contains("not saved", "Choose what it is");
        assertThat(back.selectFirst("#place").val()).isEqualTo("1 Market Square");
        assertThat(back.selectFirst("#notes").val()).isEqualTo("Shouting");
        assertThat(dispatch.board(room.dispatcher).incidents()).isEmpty();
    }

    @Test
    void a_crew_goes_through_its_work_with_plain_buttons() throws Exception {
        var unit = room.offDuty("patrol-car");
        var phone = browser(Role.PATROL_OFFICER);
        var joined = phone.submit(phone.page("/crew"), ".units-choice form", Map.of());
        assertThat(joined.selectFirst("#unit-title")).isNotNull();

        var incident = room.incident();
        room.assign(incident, unit);
        var page = phone.page("/crew");
        assertThat(page.selectFirst("#work-title").text()).isEqualTo("Fight");
        for (var step : new String[] {"ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE"}) {
            page = phone.submit(page, "form[data-step=" + step + "]", Map.of());
        }
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.ON_SCENE);
        page = phone.submit(page, "form[action$=/crew/close]", Map.of("disposition", "settled", "text", "Calm again"));
        assertThat(page.selectFirst("#crew-said").text()).contains("is closed");
        assertThat(room.file(incident).row().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(room.statusOf(unit)).isEqualTo(UnitStatus.AVAILABLE);
    }

    @Test
    void a_phone_that_was_offline_keeps_the_time_at_which_the_button_was_pressed() throws Exception {
        var unit = room.offDuty("patrol-car");
        var phone = browser(Role.PATROL_OFFICER);
        phone.submit(phone.page("/crew"), ".units-choice form", Map.of());
        var incident = room.incident();
        room.assign(incident, unit);
        var assigned = room.file(incident).assignments().getFirst().assignedAt();
        var page = phone.page("/crew");
        var pressed = assigned.plusMillis(1).toString();
        var fields = Map.of(
                "unit",
                unit.toString(),
                "incident",
                incident.toString(),
                "status",
                "EN_ROUTE",
                "at",
                pressed,
                "key",
                "phone-1");
        assertThat(phone.postJson(page, "/crew/status", fields).statusCode()).isEqualTo(200);
        var again = phone.postJson(page, "/crew/status", fields);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("not done twice");
        assertThat(room.file(incident).assignments().getFirst().enRouteAt()).isEqualTo(pressed);
    }

    @Test
    void a_crew_that_shares_its_position_is_seen_on_the_board() throws Exception {
        var unit = room.offDuty("patrol-car");
        var phone = browser(Role.PATROL_OFFICER);
        var page = phone.submit(phone.page("/crew"), ".units-choice form", Map.of());
        var sent = phone.postJson(
                page, "/crew/position", Map.of("latitude", "40.5", "longitude", "-83.5", "accuracy", "12", "age", "3"));

        assertThat(sent.statusCode()).isEqualTo(204);
        var row = dispatch.board(room.dispatcher).units().stream()
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .orElseThrow();
        assertThat(row.position()).isNotNull();
        assertThat(row.position().point().latitude()).isEqualTo(40.5);
    }

    @Test
    void the_worker_of_the_phone_may_serve_the_page_of_the_crew() throws Exception {
        var worker = browser(Role.PATROL_OFFICER).get("/crew/worker.js");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/crew");
        assertThat(worker.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    }

    @Test
    void every_page_of_the_room_is_there_in_chinese() throws Exception {
        var incident = room.incident();
        var browser = browser(Role.DISPATCHER);
        assertThat(browser.page("/board?lang=zh-CN").text()).contains("等待派警", "斗殴");
        assertThat(browser.page("/incidents/" + incident).text()).contains("推荐警组", "日志");
        assertThat(browser.page("/calls/new").text()).contains("在哪里", "开启警情");
        assertThat(browser.page("/incidents").text()).contains("1 起警情");
    }

    private Browser browser(Role role) throws Exception {
        return Browser.signedIn(port, access, room.agency, role);
    }
}
