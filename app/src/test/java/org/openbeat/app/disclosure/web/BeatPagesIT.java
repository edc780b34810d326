package org.openbeat.app.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Places;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The public record of a beat, as a reader, a feed reader and a spreadsheet get it. */
@OpenbeatTest
@TestPropertySource(properties = "openbeat.organisation=Islet Police") // A database of its own: it draws boundaries.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeatPagesIT {
    private static final AgencyId AGENCY = new AgencyId("disclosed");
    private static final Actor CHIEF =
            Actor.staff(UUID.randomUUID().toString(), "Chief Made Up", AGENCY, Set.of(Role.STATION_CHIEF));
    private static final BeatCode BEAT = new BeatCode("Q7");

    /** An islet of no other test. */
    private static final String AREAS = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"kind": "jurisdiction", "code": "islet", "name": "Islet"},
               "geometry": {"type": "Polygon", "coordinates": [[[-40, 30], [-39.8, 30], [-39.8, 30.2], [-40, 30.2], [-40, 30]]]}},
              {"type": "Feature", "properties": {"kind": "beat", "code": "Q7", "name": "Harbour", "name_zh": "港口"},
               "geometry": {"type": "Polygon", "coordinates": [[[-40, 30], [-39.8, 30], [-39.8, 30.2], [-40, 30.2], [-40, 30]]]}}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Places places;

    @Autowired
    BeatOfficers officers;

    @Autowired
    Surveys surveys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ReportId> lights = new ArrayList<>();

    @BeforeAll
    void a_beat_has_an_officer_and_a_history() {
        places.importBoundaries(CHIEF, AGENCY, AREAS, clock.instant().minusSeconds(3_600), "made up");
        officers.appoint(CHIEF, BEAT, AGENCY, UUID.randomUUID().toString(), "Officer Invented");
        for (int i = 0; i < 6; i++) {
            var light = submit("street-light", "A secret word " + i, Map.of());
            desk.change(
                    CHIEF, light, new Change.Resolve(Outcome.FIXED, i == 0 ? "=Lamp, \"L-9\" changed." : "x", i == 0));
            took(light, Duration.ofHours(i + 1));
            lights.add(light);
        }
        lights.forEach(light -> surveys.answer(light, Surveys.Question.SOLVED, Surveys.Answer.YES));
        lights.subList(0, 4).forEach(light -> surveys.answer(light, Surveys.Question.TREATED, Surveys.Answer.NO));
        submit("neighbours", "Quarrelword", Map.of());
        submit("neighbours", "Quarrelword", Map.of());
        submit("officer-conduct", "Neverpublicword", Map.of("kind", List.of("complaint")));
    }

    @Test
    void the_page_tells_who_answers_how_content_people_are_what_was_done_and_how_long_it_took() throws Exception {
        var page = page("/beats/Q7", "en");
        assertThat(page.select("h1").text()).isEqualTo("Beat Q7: Harbour");
        assertThat(page.text())
                .contains("Officer Invented")
                .contains("100 % say yes", "6 yes, 0 partly, 0 no; 6 answers", "between 61 % and 100 %")
                .contains("Too few to say: there are fewer than 5 answers")
                .contains("6 It was repaired or removed")
                .contains("A street light is broken 6 4 hours (6 closed) 100 %");
        assertThat(page.select("h2").eachText().indexOf("How content people are"))
                .as("satisfaction stands before the numbers")
                .isLessThan(page.select("h2").eachText().indexOf("What was reported and how long it took"));
    }

    @Test
    void names_words_hours_and_positions_of_people_are_nowhere() throws Exception {
        for (var path : List.of("/beats/Q7", "/beats/Q7/feed.atom", "/beats/Q7/reports.csv", "/beats")) {
            for (var language : List.of("en", "zh-CN")) {
                assertThat(get(path + "?lang=" + language).body())
                        .doesNotContain("secret word", "Resi Dent", "resident@example.org", "7 Harbour Row")
                        .doesNotContain("30.12345", "39.91234")
                        .doesNotContain("Quarrelword", "Neverpublicword");
            }
        }
    }

    @Test
    void R59_kinds_that_are_rare_and_concern_homes_are_not_told_singly() throws Exception {
        assertThat(page("/beats/Q7", "en").select("tbody").text()).doesNotContain("A dispute between neighbours");
        assertThat(get("/beats/Q7/reports.csv?lang=en").body()).doesNotContain("dispute");
        assertThat(page("/beats/Q7", "en").text()).contains("6 public reports.");
    }

    @Test
    void R54_the_file_is_exactly_the_list_of_the_page() throws Exception {
        for (var language : List.of("en", "zh-CN")) {
            var cells = page("/beats/Q7", language).select(".ob-beat-list tr").stream()
                    .map(row -> row.select("th, td").eachText().stream()
                            .map(text -> text.equals("–") ? "" : text)
                            .toList())
                    .toList();
            var file = csv(get("/beats/Q7/reports.csv?lang=" + language).body());
            assertThat(file).hasSameSizeAs(cells);
            for (int i = 0; i < cells.size(); i++) {
                assertThat(file.get(i).stream().filter(cell -> !cell.isEmpty()).toList())
                        .isEqualTo(cells.get(i).stream()
                                .filter(cell -> !cell.isEmpty())
                                .map(BeatPagesIT::safe)
                                .toList());
            }
        }
    }

    @Test
    void the_feed_is_atom_with_ids_that_stay_and_says_its_language() throws Exception {
        var answer = get("/beats/Q7/feed.atom?lang=zh-CN");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("zh-CN");
        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
        for (var required : List.of("id", "title", "updated", "author")) {
            assertThat(feed.getElementsByTagName(required).getLength())
                    .as(required)
                    .isPositive();
        }
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(6);
        assertThat(answer.body()).contains("路灯损坏", "rel=\"self\"", "rel=\"alternate\"");

        var english = get("/beats/Q7/feed.atom?lang=en");
        assertThat(get("/beats/Q7/feed.atom?lang=en").body()).isEqualTo(english.body());
        var again = HttpRequest.newBuilder(address("/beats/Q7/feed.atom?lang=en"))
                .header(
                        "If-Modified-Since",
                        english.headers().firstValue("Last-Modified").orElseThrow());
        assertThat(client.send(again.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void an_entry_is_updated_when_it_is_closed_and_not_when_staff_write_a_reply() throws Exception {
        var report = submit("noise", "Loud", Map.of());
        var reference = jdbc.sql("select reference from desk.report where id = :id")
                .param("id", report.value())
                .query(String.class)
                .single();
        jdbc.sql("update desk.report set received_at = received_at - interval '1 hour' where id = :id")
                .param("id", report.value())
                .update();
        var id = BeatFeed.id("report:" + reference, Locale.ENGLISH);
        var received = updated(id);
        desk.change(CHIEF, report, new Change.Reply("We come by."));
        assertThat(updated(id)).isEqualTo(received);
        desk.change(CHIEF, report, new Change.Resolve(Outcome.SPOKE_WITH, "", false));
        assertThat(updated(id)).isNotEqualTo(received);
        jdbc.sql("update desk.report set status = 'WITHDRAWN' where id = :id")
                .param("id", report.value())
                .update();
    }

    private String updated(String id) throws Exception {
        var feed = Jsoup.parse(get("/beats/Q7/feed.atom?lang=en").body(), "", org.jsoup.parser.Parser.xmlParser());
        return feed.select("entry").stream()
                .filter(entry -> entry.select("id").text().equals(id))
                .map(entry -> entry.select("updated").text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_list_of_beats_names_each_officer_and_unknown_codes_are_not_found() throws Exception {
        assertThat(page("/beats", "en").text()).contains("Q7 · Harbour", "Your officer: Officer Invented");
        assertThat(page("/beats", "zh-CN").text()).contains("Q7 · 港口");
        for (var unknown : List.of("/beats/NONE", "/beats/a.b", "/beats/%20", "/beats/NONE/feed.atom")) {
            assertThat(get(unknown).statusCode()).as(unknown).isEqualTo(404);
        }
    }

    private ReportId submit(String category, String words, Map<String, List<String>> answers) {
        var where = new Whereabouts(
                "7 Harbour Row", new GeoPoint(30.12345, -39.91234), Whereabouts.Source.ADDRESS, false, null);
        var report = new NewReport(
                category,
                words,
                where,
                null,
                answers,
                List.of(),
                new Contact("Resi Dent", "resident@example.org", "", false),
                Locale.ENGLISH,
                Channel.WEB,
                true);
        return desk.submit(
                        Actor.RESIDENT,
                        report,
                        new SubmissionKey(UUID.randomUUID().toString()))
                .report();
    }

    private void took(ReportId report, Duration length) {
        jdbc.sql("update desk.report set received_at = closed_at - cast(:length as interval) where id = :id")
                .param("length", length.toSeconds() + " seconds")
                .param("id", report.value())
                .update();
    }

    private Document page(String path, String language) throws Exception {
        var answer = get(path + "?lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String safe(String cell) {
        return cell.startsWith("=") ? "'" + cell : cell;
    }

    /** Rows of cells, by RFC 4180. */
    private static List<List<String>> csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var chars = text.replace("\ufeff", "");
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < chars.length() && chars.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
