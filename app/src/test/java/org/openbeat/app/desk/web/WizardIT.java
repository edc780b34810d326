package org.openbeat.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.Browser;
import org.openbeat.app.desk.Browser.Answer;
import org.openbeat.app.desk.Browser.Upload;
import org.openbeat.app.desk.Camera;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.NearestAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The wizard of residents, without scripts and without a map. */
@OpenbeatTest
class WizardIT {
    private static final String DETAILS = "/report/details";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SpringTemplateEngine templates;

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Answer about(String category) {
        return browser.press(browser.get("/report"), "/report", "category", category);
    }

    private Answer described(String category, String place) {
        return browser.press(about(category), "/report/where", "wish", "DESCRIBE", "typed", place);
    }

    private Answer checked(String words) {
        return browser.press(
                described("street-light", "by the old mill"), DETAILS, "wish", "next", "description", words);
    }

    @Test
    void R49_a_report_is_sent_without_scripts_without_a_map_and_without_a_position() {
        var check = checked("The lamp is out by the mill");
        assertThat(check.path()).isEqualTo("/report/check");
        var sent = browser.press(check, "/report/send", "", "");

        assertThat(sent.path()).matches("/r/[2-9a-z]{24}/sent");
        assertThat(sent.page().select(".desk-panel__reference strong").text()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(sent.page().select("a[href$=/receipt]")).isNotEmpty();
        assertThat(browser.get(sent.path().replace("/sent", "")).text()).contains("The lamp is out by the mill");
    }

    @Test
    void the_wizard_speaks_chinese_too() {
        browser.reading("zh-CN");
        assertThat(about("noise").page().select("h1").text()).isEqualTo("在哪里？");
        assertThat(browser.get("/").page().select("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost() {
        var again = browser.press(
                described("theft", "at the market"), DETAILS, "wish", "next", "description", "My bicycle is gone");

        assertThat(again.path()).isEqualTo(DETAILS);
        assertThat(again.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#answers[goods]");
        assertThat(again.page().select("#description").text()).isEqualTo("My bicycle is gone");
    }

    @Test
    void R50_a_draft_with_photos_survives_a_restart_of_the_browser_and_is_sent_exactly_once() {
        var details = described("graffiti", "on the bridge");
        browser.upload(
                details,
                DETAILS,
                "wish",
                "photos",
                new Upload("wall.jpg", Camera.jpeg(80, 60, 1)),
                "description",
                "A painted wall in the draft");

        try (var later = browser.restarted()) {
            var back = later.get(DETAILS);
            assertThat(back.page().select("#description").text()).isEqualTo("A painted wall in the draft");
            assertThat(back.page().select("#stored img")).hasSize(1);
            var check = later.press(back, DETAILS, "wish", "next");
            try (var twin = later.restarted()) {
                var page = twin.get("/report/check"); // The same draft in a second window, both ready to send.
                var first = later.press(check, "/report/send", "", "");
                var second = twin.press(page, "/report/send", "", "");
                assertThat(first.path()).endsWith("/sent");
                assertThat(second.path()).isEqualTo(first.path());
            }
        }
        assertThat(jdbc.sql("select count(*) from desk.report where description = 'A painted wall in the draft'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("""
                        select count(*) from desk.photo join desk.report on report.id = photo.report
                        where description = 'A painted wall in the draft'""").query(Integer.class).single()).isOne();
    }

    @Test
    void R44_coordinates_come_first_and_the_nearest_address_is_called_approximate_and_generated() {
        var context = new Context(Locale.ENGLISH);
        context.setVariable(
                "where", new Whereabouts("", new GeoPoint(40.1, -83.1), Whereabouts.Source.MAP, false, null));
        context.setVariable("nearest", new NearestAddress("7 Mill Lane", new GeoPoint(40.1, -83.1002), 17.2));
        context.setVariable("outside", false);
        var html = templates.process("desk/parts", Set.of("place"), context);
        assertThat(Jsoup.parse(html).select("p").eachText())
                .containsExactly(
                        "40.10000, -83.10000", "Approximate, generated: nearest address 7 Mill Lane, 17 m away");
    }

    @Test
    void the_same_photo_added_twice_is_kept_once() {
        var details = described("graffiti", "twice");
        var photo = new Upload("wall.jpg", Camera.jpeg(80, 60, 1));
        var once = browser.upload(details, DETAILS, "wish", "photos", photo);
        var twice = browser.upload(once, DETAILS, "wish", "photos", photo);
        assertThat(twice.page().select("#stored img")).hasSize(1);
    }

    @Test
    void a_file_that_is_no_photo_is_refused_in_clear_words_and_what_was_typed_stays() {
        var page = browser.upload(
                described("graffiti", "here"),
                DETAILS,
                "wish",
                "photos",
                new Upload("cute.jpg", "<html>not a photo</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "description",
                "Stays");
        assertThat(page.page().select("#photos-error").text()).contains("JPEG or PNG");
        assertThat(page.page().select("#description").text()).isEqualTo("Stays");
    }

    @Test
    void R51_no_path_serves_what_the_camera_wrote_beside_the_pixels() throws Exception {
        var details = described("graffiti", "metadata");
        var photo = new Upload("wall.jpg", Camera.jpeg(800, 600, 6));
        var kept = browser.upload(details, DETAILS, "wish", "photos", photo, "description", "With metadata");
        var draftPhoto = kept.page().select("#stored img").attr("src");
        assertClean(browser.get(draftPhoto));
        var sent = browser.press(browser.press(kept, DETAILS, "wish", "next"), "/report/send", "", "");
        var tracking = browser.get(sent.path().replace("/sent", ""));
        var link = tracking.page().select(".desk-photos a").attr("href");
        assertClean(browser.get(link));
        assertClean(browser.get(link + "?size=small"));
    }

    private static void assertClean(Answer photo) throws Exception {
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(photo.headers().get("x-content-type-options")).contains("nosniff");
        assertThat(photo.headers().get("content-security-policy").getLast()).contains("sandbox");
        var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo.body()));
        assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(new String(photo.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("4711");
    }

    @Test
    void a_photo_of_a_draft_is_shown_to_nobody_else() {
        var kept = browser.upload(
                described("graffiti", "mine"), DETAILS, "wish", "photos", new Upload("a.jpg", Camera.jpeg(8, 6, 1)));
        var photo = kept.page().select("#stored img").attr("src");
        try (var other = new Browser(port)) {
            other.press(other.get("/report"), "/report", "category", "noise");
            assertThat(other.get(photo).status()).isEqualTo(404);
        }
    }

    @Test
    void R87_a_page_that_is_saved_never_wipes_what_it_does_not_show() {
        var check = browser.press(
                described("noise", "at the bar"),
                DETAILS,
                "wish",
                "next",
                "description",
                "Loud",
                "name",
                "Kim Madeup",
                "phone",
                "555 0142");
        assertThat(check.text()).contains("Kim Madeup");
        // The page of the place shows none of it; and a page that lacks the fields of the person sends none of them.
        browser.press(browser.get("/report/where"), "/report/where", "wish", "DESCRIBE", "typed", "behind the bar");
        var data = browser.data(browser.get(DETAILS), DETAILS);
        data.keySet().removeIf(field -> List.of("name", "phone", "_nameHidden").contains(field));
        data.put("wish", List.of("next"));
        browser.post(DETAILS, data);

        assertThat(browser.get("/report/check").page().select("main").text())
                .contains("Kim Madeup", "555 0142", "behind the bar");
    }

    @Test
    void a_tick_that_is_taken_away_is_taken_away() {
        var first = browser.press(described("street-light", "x"), DETAILS, "wish", "next", "description", "Tick");
        var data = browser.data(browser.get(DETAILS), DETAILS);
        assertThat(first.path()).isEqualTo("/report/check");
        assertThat(data).containsKey("neighboursMayRead");
        data.remove("neighboursMayRead");
        data.put("wish", List.of("next"));
        browser.post(DETAILS, data);
        assertThat(browser.data(browser.get(DETAILS), DETAILS)).doesNotContainKey("neighboursMayRead");
    }

    @Test
    void R84_every_field_of_the_wizard_has_a_label_and_no_step_needs_the_map() {
        var pages = List.of(browser.get("/report"), about("abandoned-vehicle"), described("abandoned-vehicle", "here"));
        for (var answer : pages) {
            var page = answer.page();
            page.select("input:not([type=hidden]), textarea, select")
                    .forEach(field -> assertThat(page.select("label[for='" + field.id() + "']")
                                    .text())
                            .as("%s on %s", field, answer.path())
                            .isNotBlank());
            page.select("fieldset")
                    .forEach(set -> assertThat(set.select("legend").text()).isNotBlank());
        }
    }

    @Test
    void without_a_draft_every_page_leads_to_the_first() {
        for (var path : List.of("/report/where", DETAILS, "/report/check", "/report/photos/x")) {
            assertThat(browser.get(path).path()).as(path).isEqualTo("/report");
        }
    }

    @Test
    void R2_an_id_with_blanks_or_text_is_not_found_and_never_a_half_loaded_page() {
        checked("Ids");
        for (var id : List.of("12%20", "1234567890%20555-0100", "abc", "%F0%9F%98%80", "0".repeat(36))) {
            assertThat(browser.get("/r/" + id).status()).as(id).isEqualTo(404);
            assertThat(browser.get("/r/" + id + "/photos/" + id).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(browser.get("/report/candidates/" + id + "/photos/" + id).status())
                    .as(id)
                    .isEqualTo(404);
        }
        var check = browser.get("/report/check");
        var token = browser.data(check, "/report/send").get("_csrf");
        assertThat(browser.post("/report/same", java.util.Map.of("_csrf", token, "report", List.of("12 ")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void R1_duplicate_candidates_show_words_photo_age_and_distance_and_one_click_follows() {
        var first = atPoint("A dark corner, lamp 12", "48.10000", "11.50000", true);
        browser.press(first, "/report/send", "", "");
        try (var neighbour = new Browser(port)) {
            browser = neighbour;
            var check = atPoint("Dark here too", "48.10040", "11.50000", false);
            var candidate = check.page().select(".desk-candidates__list li").first();
            assertThat(candidate).isNotNull();
            assertThat(candidate.text())
                    .contains("A street light is broken", "A dark corner, lamp 12", "44 m away", "ago", "Received");
            var photo = neighbour.get(candidate.select("img").attr("src"));
            assertThat(photo.status()).isEqualTo(200);

            var report = candidate.select("button[name=report]").val();
            var followed = neighbour.press(check, "/report/same", "report", report);
            assertThat(followed.path()).matches("/r/[2-9a-z]{24}/sent");
            assertThat(followed.page().select("h1").text()).isEqualTo("You follow this report now");
            assertThat(neighbour.get(followed.path().replace("/sent", "")).text())
                    .contains("A dark corner, lamp 12")
                    .doesNotContain("Withdraw");
        }
    }

    @Test
    void who_does_not_want_neighbours_to_read_is_no_candidate() {
        var check = atPoint("Not for neighbours", "48.30000", "11.50000", false);
        var data = browser.data(browser.get(DETAILS), DETAILS);
        data.remove("neighboursMayRead");
        data.put("wish", List.of("next"));
        browser.post(DETAILS, data);
        browser.press(check, "/report/send", "", "");
        try (var neighbour = new Browser(port)) {
            browser = neighbour;
            var other = atPoint("The same?", "48.30000", "11.50000", false);
            assertThat(other.text()).doesNotContain("Not for neighbours");
        }
    }

    /** A report at a point as the map sends it, outside every beat, which must be confirmed first. */
    private Answer atPoint(String words, String latitude, String longitude, boolean withPhoto) {
        var where = about("street-light");
        var doubt = browser.press(
                where, "/report/where", "wish", "NEXT", "latitude", latitude, "longitude", longitude, "source", "MAP");
        assertThat(doubt.page().select("#outsideConfirmed")).isNotEmpty();
        var details = browser.press(doubt, "/report/where", "wish", "NEXT", "outsideConfirmed", "true");
        assertThat(details.path()).isEqualTo(DETAILS);
        if (withPhoto) {
            details =
                    browser.upload(details, DETAILS, "wish", "photos", new Upload("lamp.jpg", Camera.jpeg(80, 60, 1)));
        }
        return browser.press(details, DETAILS, "wish", "next", "description", words);
    }

    @Test
    void R47_a_place_outside_the_area_is_flagged_and_must_be_meant() {
        var check = atPoint("Outside", "48.50000", "11.50000", false);
        var sent = browser.press(check, "/report/send", "", "");
        assertThat(browser.get(sent.path().replace("/sent", ""))
                        .page()
                        .select(".desk-place")
                        .text())
                .contains("48.50000, 11.50000", "Outside the area");
    }

    @Test
    void a_draft_can_be_thrown_away_and_is_gone() {
        checked("Thrown away");
        browser.press(browser.get("/report"), "/report/discard", "", "");
        assertThat(browser.get("/report/check").path()).isEqualTo("/report");
        assertThat(jdbc.sql("select count(*) from desk.draft where fields::text like '%Thrown away%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void categories_are_found_by_a_word_of_either_language() {
        for (var word : List.of("bicycle", "自行车", "LIGHT")) {
            var page = browser.get(
                    "/report?q=" + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(page.page().select(".desk-category"))
                    .as(word.toLowerCase(Locale.ROOT))
                    .isNotEmpty();
        }
        assertThat(browser.get("/report?q=xylophone").page().select(".desk-category"))
                .isEmpty();
    }
}
