package org.openbeat.app.oversight.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Browser;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.rights.Town;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.app.oversight.events.DrawId;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.openbeat.engine.tlog.UnverifiedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finished work is drawn by lot and judged by two people who do not know of each other. */
@OpenbeatTest
class ReviewsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Desk desk;

    @Autowired
    Purposes purposes;

    @Autowired
    Reviews reviews;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final AgencyId body = new AgencyId("draws-" + UUID.randomUUID());
    private final Map<String, Browser> browsers = new HashMap<>();
    private Town town;
    private Actor chief = Actor.SYSTEM;
    private Actor one = Actor.SYSTEM;
    private Actor two = Actor.SYSTEM;
    private Instant begin = Instant.EPOCH;

    @BeforeEach
    void people() {
        town = new Town(access, desk);
        chief = town.staff(Role.STATION_CHIEF);
        one = member();
        two = member();
        begin = clock.instant();
    }

    @AfterEach
    void close() {
        browsers.values().forEach(Browser::close);
    }

    private Actor member() {
        var browser = new Browser(port);
        var member = browser.signIn(access, body, Role.OVERSIGHT);
        browsers.put(member.id(), browser);
        return member;
    }

    private Browser browser(Actor member) {
        return requireNonNull(browsers.get(member.id()));
    }

    private Accepted closed(String words) {
        var report = town.report("street-light", words, "Drawn Sample", List.of());
        desk.change(chief, report.report(), new Change.Resolve(Outcome.FIXED, "The lamp was replaced", false));
        return report;
    }

    private DrawId announced(DrawnFrom from, int size) {
        return reviews.announce(one, from, begin, clock.instant().plusSeconds(60), size);
    }

    private Map<String, Object> recorded(DrawId draw, String action) throws UnverifiedException {
        var receipt = ledger.awaitReceipt(new Subject("draw", draw.toString()), action, PATIENCE)
                .orElseThrow();
        var verified = new ReceiptVerifier(List.of(ledger.verifierKey())).verify(receipt.bytes());
        return Map.of(
                "entry", verified.disclosure().entry().canonicalText(),
                "payload", verified.disclosure().payload().canonicalText());
    }

    @Test
    void R77_a_sample_is_drawn_at_random_by_two_people_anyone_can_repeat_it_and_its_result_is_logged()
            throws Exception {
        for (int i = 0; i < 6; i++) {
            closed("Lamp number " + i);
        }
        var id = announced(DrawnFrom.CLOSED_REPORTS, 3);
        var before = recorded(id, "oversight.draw-announced");
        var secret = reviews.get(one, id).secret();
        assertThat(before.toString())
                .contains(
                        Lottery.commitment(secret).base64(),
                        reviews.get(one, id).root().base64())
                .doesNotContain(Base64.getEncoder().encodeToString(secret));
        assertThat(browser(two).get("/oversight/draws/" + id + "/protocol.txt").text())
                .contains("commitment: ")
                .doesNotContain("secret: ");

        assertThatThrownBy(() -> reviews.draw(one, id, "3 1 6")).hasMessage("draw-alone");
        assertThatThrownBy(() -> reviews.draw(two, id, "  ")).hasMessage("draw-words");
        reviews.draw(two, id, "3 1 6 2 2 5");
        assertThatThrownBy(() -> reviews.draw(two, id, "1")).hasMessage("draw-done");

        assertThat(sampleOf(browser(two)
                        .get("/oversight/draws/" + id + "/protocol.txt")
                        .text()))
                .as("what anyone reckons from the protocol")
                .isEqualTo(
                        reviews.items(one, id).stream().map(SampledItem::item).toList())
                .hasSize(3);
        assertThat(recorded(id, "oversight.sample-drawn").toString())
                .contains(Base64.getEncoder().encodeToString(secret), "3 1 6 2 2 5");
        for (var member : List.of(one, two)) {
            reviews.give(member, id, 1, allRight(DrawnFrom.CLOSED_REPORTS), "");
            assertThat(recorded(id, "oversight.item-reviewed").toString()).contains("\"DISPOSITION\":\"RIGHT\"");
        }
        assertThat(reviews.results(reviews.get(one, id), reviews.items(one, id)))
                .allSatisfy(result -> assertThat(result.right()).isEqualTo(1));
    }

    /** The rule of the protocol, from its text alone. */
    private static List<UUID> sampleOf(String protocol) {
        var values = new HashMap<String, String>();
        protocol.lines().filter(line -> line.contains(": ")).forEach(line -> {
            var parts = line.split(": ", 2);
            values.put(parts[0], parts[1]);
        });
        var ids = protocol.substring(protocol.indexOf("\nids\n") + 5)
                .lines()
                .map(UUID::fromString)
                .toList();
        assertThat(Lottery.root(ids).base64()).isEqualTo(values.get("root"));
        var secret = Base64.getDecoder().decode(values.get("secret"));
        assertThat(Lottery.commitment(secret).base64()).isEqualTo(values.get("commitment"));
        return Lottery.of(secret, values.get("words"), Lottery.root(ids))
                .sample(ids, Integer.parseInt(values.get("size")));
    }

    @Test
    void R78_category_outcome_grounds_and_supplement_are_judged_by_people_who_are_drawn_and_see_no_other_mark() {
        closed("The lamp at the pond is dark");
        var third = member();
        var id = announced(DrawnFrom.CLOSED_REPORTS, 1);
        reviews.draw(two, id, "dice");
        var item = reviews.items(one, id).getFirst();
        var judges = item.reviews().stream().map(SampledItem.Review::account).toList();
        var first = List.of(one, two, third).stream()
                .filter(member -> member.id().equals(judges.get(0)))
                .findFirst()
                .orElseThrow();
        var second = List.of(one, two, third).stream()
                .filter(member -> member.id().equals(judges.get(1)))
                .findFirst()
                .orElseThrow();
        var outsider = List.of(one, two, third).stream()
                .filter(member -> !judges.contains(member.id()))
                .findFirst()
                .orElseThrow();
        var path = "/oversight/draws/" + id + "/items/1";
        assertThat(browser(outsider).get(path).status()).isEqualTo(403);

        var page = browser(first).get(path);
        assertThat(page.page().select("main").text())
                .contains("The lamp at the pond is dark", "The lamp was replaced")
                .doesNotContain("Drawn Sample", "drawn sample@example.org", "555 0123");
        assertThat(page.page().select("legend").eachText())
                .containsExactly(
                        "Is the category right?",
                        "Is the outcome right?",
                        "Do the stated grounds hold?",
                        "Was it rightly a matter of its own?");
        var some = allRight(DrawnFrom.CLOSED_REPORTS);
        some.remove(Question.DISPOSITION);
        assertThatThrownBy(() -> reviews.give(first, id, 1, some, "")).hasMessage("review-incomplete");
        some.put(Question.DISPOSITION, Mark.WRONG);
        assertThatThrownBy(() -> reviews.give(first, id, 1, some, " ")).hasMessage("review-remark");
        browser(first)
                .press(
                        page,
                        path,
                        "remark",
                        "Nobody looked again",
                        "CLASSIFICATION",
                        "RIGHT",
                        "DISPOSITION",
                        "WRONG",
                        "GROUNDS",
                        "RIGHT",
                        "NEW_OR_SUPPLEMENT",
                        "CANNOT_TELL");
        assertThatThrownBy(() -> reviews.give(first, id, 1, some, "again")).hasMessage("review-not-yours");
        assertThat(browser(second).get(path).text()).doesNotContain("Nobody looked again");
        assertThat(browser(second).get("/oversight/draws/" + id).text()).doesNotContain("What the judgements say");

        reviews.give(second, id, 1, allRight(DrawnFrom.CLOSED_REPORTS), "");
        assertThat(browser(outsider).get(path).page().select("main").text())
                .contains("Nobody looked again", "Both judgements");
        assertThat(browser(outsider)
                        .get("/oversight/draws/" + id)
                        .page()
                        .select("tbody tr")
                        .eachText())
                .containsExactly(
                        "Is the category right? 1 0 0 0",
                        "Is the outcome right? 0 0 0 1",
                        "Do the stated grounds hold? 1 0 0 0",
                        "Was it rightly a matter of its own? 0 0 0 1");
    }

    @Test
    void R78_the_grounds_of_a_look_up_are_judged_without_the_name_of_who_looked() {
        var officer = town.staff(Role.COMMUNITY_OFFICER);
        var sought = town.report("question", "Lost keys", "Quentin Sought", List.of());
        var work = town.report("question", "Found keys", "Wilma Work", List.of());
        purposes.state(
                officer,
                PurposeKind.REPORT,
                work.reference().value(),
                new Purpose.Covered(
                        new Subject("report", sought.report().value().toString()),
                        sought.reference().value()));
        desk.open(officer, sought.reference());
        var id = announced(DrawnFrom.LOOK_UPS, 100);
        reviews.draw(two, id, "4 4 1");
        var items = reviews.items(one, id);
        assertThat(items).isNotEmpty();
        var page = items.stream()
                .map(item -> browser(one).get("/oversight/draws/" + id + "/items/" + item.number()))
                .filter(found -> found.text().contains(sought.reference().value()))
                .findFirst()
                .orElseThrow();
        assertThat(page.page().select("main").text())
                .contains(
                        "Community officer",
                        "Work on an open report",
                        work.reference().value())
                .doesNotContain("Sam Invented", "Quentin Sought");
    }

    @Test
    void a_draw_needs_two_who_can_judge_something_to_draw_from_and_numbers_that_make_sense() {
        assertThatThrownBy(() -> announced(DrawnFrom.CLOSED_REPORTS, 3)).hasMessage("draw-empty");
        assertThatThrownBy(() -> announced(DrawnFrom.CLOSED_REPORTS, 0)).hasMessage("draw-size");
        assertThatThrownBy(() -> reviews.list(chief)).hasMessage("forbidden");
        assertThatThrownBy(() -> reviews.get(one, new DrawId(UUID.randomUUID())))
                .hasMessage("draw-unknown");
        var answer = browser(one)
                .post("/oversight/draws", Map.of("from", List.of("LOOK_UPS"), "first", List.of("yesterday")));
        assertThat(answer.status()).as("without the token of the form").isEqualTo(403);
    }

    @Test
    void what_reviewers_wrote_is_erased_with_the_report_that_it_is_about() {
        var report = closed("The lamp is dark");
        var id = announced(DrawnFrom.CLOSED_REPORTS, 1);
        reviews.draw(two, id, "6");
        var marks = allRight(DrawnFrom.CLOSED_REPORTS);
        marks.put(Question.GROUNDS, Mark.WRONG);
        reviews.give(one, id, 1, marks, "Too short");
        var subject = new Subject("report", report.report().value().toString());
        assertThat(remarks.extent(subject)).containsEntry("oversight.review", 1L);
        remarks.erase(subject, Actor.SYSTEM, clock.instant());
        assertThat(remarks.extent(subject)).isEmpty();
        assertThat(jdbc.sql("select count(*) from oversight.review where remark = 'Too short' and draw = :draw")
                        .param("draw", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Autowired
    Remarks remarks;

    private static Map<Question, Mark> allRight(DrawnFrom from) {
        var marks = new HashMap<Question, Mark>();
        from.questions().forEach(question -> marks.put(question, Mark.RIGHT));
        return marks;
    }
}
