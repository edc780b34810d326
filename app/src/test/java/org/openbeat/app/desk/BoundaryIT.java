package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Places;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two beats side by side, each of a station of its own. */
@OpenbeatTest
class BoundaryIT {
    private static final AgencyId TOWN = new AgencyId("twin-town");
    private static final AgencyId EAST = new AgencyId("twin-town/east");
    private static final BeatCode TW = new BeatCode("TW1");
    private static final BeatCode TE = new BeatCode("TE1");
    /** About eleven metres west of the boundary. */
    private static final GeoPoint EDGE = new GeoPoint(10.0, 20.04990);

    private static final GeoPoint WEST = new GeoPoint(10.0, 20.02);

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Places places;

    @Autowired
    BeatOfficers officers;

    @Autowired
    PublicReports publicReports;

    @BeforeEach
    void twoBeats() {
        if (places.findBeat(TW).isEmpty()) {
            places.importBoundaries(
                    Actor.SYSTEM,
                    TOWN,
                    """
                    {"type":"FeatureCollection","features":[%s,%s,%s]}""".formatted(
                                    area("jurisdiction", "TT", "twin-town", 20.0, 20.1),
                                    area("beat", "TW1", "twin-town/west", 20.0, 20.05),
                                    area("beat", "TE1", "twin-town/east", 20.05, 20.1)),
                    Instant.parse("2020-01-01T00:00:00Z"),
                    "made up for tests");
        }
    }

    private static String area(String kind, String code, String agency, double west, double east) {
        return """
                {"type":"Feature","properties":{"kind":"%1$s","code":"%2$s","name":"Area %2$s","agency":"%3$s"},
                 "geometry":{"type":"Polygon","coordinates":
                  [[[%4$s,9.9],[%5$s,9.9],[%5$s,10.1],[%4$s,10.1],[%4$s,9.9]]]}}""".formatted(kind, code, agency, west, east);
    }

    private static Actor staff(AgencyId agency, Role role) {
        return Actor.staff(UUID.randomUUID().toString(), "Jo Invented", agency, Set.of(role));
    }

    private Accepted send(GeoPoint point, @Nullable BeatCode side) {
        var where = new Whereabouts("", point, Whereabouts.Source.MAP, false, side);
        return desk.submit(
                Actor.RESIDENT, NewReport.of("street-light", "At the edge", where, Channel.WEB), DeskIT.key());
    }

    @Test
    void a_report_belongs_to_the_beat_and_agency_that_it_lies_in() {
        var accepted = send(WEST, null);
        assertThat(accepted.beat()).isEqualTo(TW);
        assertThat(accepted.agency()).isEqualTo(new AgencyId("twin-town/west"));
    }

    @Test
    void R45_within_25_metres_of_a_boundary_the_sender_is_asked_which_side_and_the_answer_counts() {
        try (var browser = new Browser(port)) {
            browser.press(browser.get("/report"), "/report", "category", "street-light");
            var asked = browser.press(
                    browser.get("/report/where"),
                    "/report/where",
                    "wish",
                    "NEXT",
                    "latitude",
                    "10.0",
                    "longitude",
                    "20.0499",
                    "source",
                    "MAP");
            assertThat(asked.page().select("input[name=side]").eachAttr("value"))
                    .containsExactly("TW1", "TE1", "?");
            assertThat(asked.page().select(".desk-coordinates").text()).isEqualTo("10.00000, 20.04990");
            var details = browser.press(asked, "/report/where", "wish", "NEXT", "side", "TE1");
            assertThat(details.path()).isEqualTo("/report/details");
            var check = browser.press(details, "/report/details", "wish", "next", "description", "Edge lamp");
            var sent = browser.press(check, "/report/send", "", "");
            assertThat(sent.page().select("main").text()).contains("TE1");
        }
    }

    @Test
    void R45_a_side_counts_only_between_the_two_that_meet_there() {
        assertThat(send(EDGE, TE).beat()).isEqualTo(TE);
        assertThat(send(EDGE, null).beat()).isEqualTo(TW);
        assertThat(send(WEST, TE).beat()).isEqualTo(TW);
    }

    @Test
    void R45_staff_move_a_report_across_and_it_is_sent_anew_to_the_other_agency() {
        var accepted = send(WEST, null);
        var west = staff(new AgencyId("twin-town/west"), Role.COMMUNITY_OFFICER);
        var east = staff(EAST, Role.COMMUNITY_OFFICER);
        desk.change(west, accepted.report(), new Change.TakeOn());
        assertThat(desk.find(east, accepted.reference())).isEmpty();

        desk.change(west, accepted.report(), new Change.Move(TE, false));

        assertThat(desk.find(west, accepted.reference())).isEmpty();
        var search =
                new Worklist.Search(Worklist.Which.OPEN, accepted.reference().value(), null, List.of(), true, null);
        assertThat(desk.list(east, search).lines()).singleElement().satisfies(line -> {
            assertThat(line.beat()).isEqualTo(TE);
            assertThat(line.officerName()).isNull();
        });
    }

    @Test
    void R73_whoever_passes_a_report_to_another_agency_says_whether_their_own_keeps_reading() {
        var west = staff(new AgencyId("twin-town/west"), Role.COMMUNITY_OFFICER);
        var kept = send(WEST, null);
        var given = send(WEST, null);
        assertThatThrownBy(() -> desk.change(west, given.report(), new Change.Move(TE, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("hand-over-choice-missing"));

        desk.change(west, kept.report(), new Change.Move(TE, true));
        desk.change(west, given.report(), new Change.Move(TE, false));

        assertThat(desk.find(west, kept.reference())).isPresent();
        assertThat(desk.find(west, given.reference())).isEmpty();
        assertThatThrownBy(() -> desk.change(west, kept.report(), new Change.Note("Only reading now")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("report-shared-only"));
    }

    @Test
    void the_officer_of_a_beat_is_named_by_the_chief_and_finds_the_beats_reports_on_one_list() {
        var chief = staff(TOWN, Role.STATION_CHIEF);
        var officer = staff(TOWN, Role.COMMUNITY_OFFICER);
        officers.appoint(chief, TW, new AgencyId("twin-town/west"), officer.id(), officer.name());
        var here = send(WEST, null);
        var there = send(EDGE, TE);

        var list = desk.list(
                officer,
                new Worklist.Search(Worklist.Which.OPEN, "", null, officers.beatsOf(officer.id()), false, null));
        assertThat(list.lines())
                .extracting(Worklist.Line::reference)
                .contains(here.reference())
                .doesNotContain(there.reference());
        assertThat(officers.of(TW).orElseThrow().name()).isEqualTo("Jo Invented");
    }

    @Test
    void the_public_learns_of_a_beat_only_what_its_categories_allow() {
        var shown = send(WEST, null);
        var hidden = desk.submit(
                Actor.RESIDENT,
                NewReport.of(
                        "threats-at-home",
                        "x",
                        new Whereabouts("", WEST, Whereabouts.Source.MAP, false, null),
                        Channel.WEB),
                DeskIT.key());
        var theft = desk.submit(
                Actor.RESIDENT,
                new NewReport(
                        "theft",
                        "x",
                        new Whereabouts("", WEST, Whereabouts.Source.MAP, false, null),
                        null,
                        Map.of("goods", List.of("bicycle")),
                        List.of(),
                        Contact.NONE,
                        Locale.ENGLISH,
                        Channel.WEB,
                        false),
                DeskIT.key());
        var list = publicReports.list(PublicReports.Selection.ofBeat(TW, 100));
        assertThat(list).extracting(PublicReport::reference).contains(shown.reference(), theft.reference());
        assertThat(list).extracting(PublicReport::reference).doesNotContain(hidden.reference());
        assertThat(publicReports.find(theft.reference()).orElseThrow().block()).isNull();
    }
}
