package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class DeskIT {
    static final Actor OFFICER = Actor.staff(
            UUID.randomUUID().toString(), "Officer Made Up", new AgencyId("city"), Set.of(Role.COMMUNITY_OFFICER));
    static final Actor CALL_TAKER =
            Actor.staff(UUID.randomUUID().toString(), "Taker Made Up", new AgencyId("city"), Set.of(Role.CALL_TAKER));

    @Autowired
    Desk desk;

    @Autowired
    PublicReports publicReports;

    @Autowired
    Surveys surveys;

    @Autowired
    JdbcClient jdbc;

    static SubmissionKey key() {
        return new SubmissionKey(UUID.randomUUID().toString());
    }

    static NewReport light(String words) {
        var where = new Whereabouts(
                "12 Mill Lane", new GeoPoint(40.00021, -83.00037), Whereabouts.Source.ADDRESS, false, null);
        return NewReport.of("street-light", words, where, Channel.WEB);
    }

    @Test
    void a_report_gets_a_reference_a_secret_link_and_a_date_that_follows_from_its_standard() {
        var accepted = desk.submit(Actor.RESIDENT, light("The lamp is out"), key());

        assertThat(accepted.reference().value()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(accepted.dueAt()).isEqualTo(accepted.receivedAt().plus(accepted.standard()));
        var tracked = desk.track(accepted.link()).orElseThrow();
        assertThat(tracked.isSender()).isTrue();
        assertThat(tracked.report().content().description()).isEqualTo("The lamp is out");
        assertThat(tracked.report().status()).isEqualTo(ReportStatus.RECEIVED);
    }

    @Test
    void R4_the_same_submission_sent_nine_times_at_once_is_stored_once() throws Exception {
        var key = key();
        Callable<Accepted> send = () -> desk.submit(Actor.RESIDENT, light("Sent nine times"), key);
        List<Accepted> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 9).mapToObj(i -> send).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers.stream().map(Accepted::report).distinct()).hasSize(1);
        assertThat(answers.stream().map(Accepted::link).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.again())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from desk.report where description = 'Sent nine times'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_category_that_reports_may_tell_of_is_closed_and_never_deleted_or_renamed() {
        for (var act : List.of(
                "delete from desk.category where code = 'street-light'",
                "update desk.category set code = 'lamp' where code = 'street-light'")) {
            assertThatThrownBy(() -> jdbc.sql(act).update()).hasMessageContaining("never deleted or renamed");
        }
        assertThatThrownBy(() -> desk.submit(
                        Actor.RESIDENT,
                        NewReport.of("no-such-thing", "x", Whereabouts.described("x"), Channel.WEB),
                        key()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("unknown-category"));
    }

    @Test
    void the_secret_stands_in_no_table() {
        var accepted = desk.submit(Actor.RESIDENT, light("Secret"), key());
        var row = jdbc.sql("select to_jsonb(report)::text from desk.report where id = :id")
                .param("id", accepted.report().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(accepted.link().value());
    }

    @Test
    void a_question_that_must_be_answered_is_asked_for_and_an_unknown_one_is_refused() {
        var where = Whereabouts.described("by the old mill");
        assertThatThrownBy(() -> desk.submit(
                        Actor.RESIDENT, NewReport.of("abandoned-vehicle", "A wreck", where, Channel.WEB), key()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("answer-missing"));
        var unknown = new NewReport(
                "street-light",
                "x",
                where,
                null,
                Map.of("nothing", List.of("x")),
                List.of(),
                Contact.NONE,
                java.util.Locale.ENGLISH,
                Channel.WEB,
                true);
        assertThatThrownBy(() -> desk.submit(Actor.RESIDENT, unknown, key()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("answer-unknown"));
    }

    @Test
    void a_report_is_taken_on_answered_and_resolved_and_the_sender_reads_each_step_but_no_note() {
        var accepted = desk.submit(Actor.RESIDENT, light("Taken on"), key());
        desk.change(OFFICER, accepted.report(), new Change.TakeOn());
        desk.change(OFFICER, accepted.report(), new Change.Reply("We look tonight."));
        desk.change(OFFICER, accepted.report(), new Change.Note("Ask the depot."));
        desk.change(OFFICER, accepted.report(), new Change.Resolve(Outcome.FIXED, "The lamp was changed.", false));

        var tracked = desk.track(accepted.link()).orElseThrow();
        assertThat(tracked.entries())
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.TAKEN_ON, Entry.Kind.REPLIED, Entry.Kind.RESOLVED);
        assertThat(tracked.report().times().answered()).isNotNull();
        assertThat(surveys.find(accepted.report())).isPresent();
    }

    @Test
    void R5_a_survey_is_asked_once_though_the_report_is_closed_twice() {
        var accepted = desk.submit(Actor.RESIDENT, light("Closed twice"), key());
        desk.change(OFFICER, accepted.report(), new Change.Resolve(Outcome.FIXED, "", false));
        assertThat(surveys.answer(accepted.report(), Surveys.Question.SOLVED, Surveys.Answer.NO))
                .isTrue();
        desk.change(accepted.link(), new Change.Reopen("It is out again"));
        desk.change(OFFICER, accepted.report(), new Change.Resolve(Outcome.FIXED, "", false));

        assertThat(surveys.answer(accepted.report(), Surveys.Question.SOLVED, Surveys.Answer.YES))
                .isFalse();
        assertThat(surveys.find(accepted.report()).orElseThrow().solved()).isEqualTo(Surveys.Answer.NO);
    }

    @Test
    void who_opened_a_report_is_seen_by_its_sender_with_role_and_time() {
        var accepted = desk.submit(Actor.RESIDENT, light("Opened"), key());
        desk.change(OFFICER, accepted.report(), new Change.TakeOn());
        desk.open(OFFICER, accepted.reference());

        assertThat(desk.track(accepted.link()).orElseThrow().openings())
                .singleElement()
                .satisfies(opening -> {
                    assertThat(opening.role()).isEqualTo(Role.COMMUNITY_OFFICER);
                    assertThat(opening.why()).isEqualTo("ASSIGNED");
                    assertThat(opening.agency()).isEqualTo("city");
                });
    }

    @Test
    void what_roles_may_not_read_is_in_no_list_and_opens_for_nobody_else() {
        var where = Whereabouts.described("at home");
        var accepted =
                desk.submit(Actor.RESIDENT, NewReport.of("threats-at-home", "Zanzibarword", where, Channel.WEB), key());
        var search = new Worklist.Search(Worklist.Which.ALL, "zanzibarword", null, List.of(), true, null);

        assertThat(desk.list(OFFICER, search).lines()).hasSize(1);
        assertThat(desk.list(CALL_TAKER, search).lines()).isEmpty();
        assertThatThrownBy(() -> desk.open(CALL_TAKER, accepted.reference())).isInstanceOf(Refusal.class);
        assertThat(publicReports.find(accepted.reference())).isEmpty();
    }

    @Test
    void a_follower_sees_the_report_without_openings_and_may_not_change_it() {
        var accepted = desk.submit(Actor.RESIDENT, light("Followed"), key());
        var link = desk.follow(Actor.RESIDENT, accepted.report());

        var tracked = desk.track(link).orElseThrow();
        assertThat(tracked.isSender()).isFalse();
        assertThat(tracked.openings()).isEmpty();
        assertThatThrownBy(() -> desk.change(link, new Change.Withdraw("x"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.follow(Actor.RESIDENT, new ReportId(UUID.randomUUID())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_public_sees_a_block_and_an_outcome_and_never_the_words() {
        var accepted = desk.submit(Actor.RESIDENT, light("My name is Nobody"), key());
        desk.change(OFFICER, accepted.report(), new Change.Resolve(Outcome.FIXED, "Only for the sender", false));

        var shown = publicReports.find(accepted.reference()).orElseThrow();
        assertThat(shown.toString()).doesNotContain("Nobody", "Only for the sender", "Mill Lane");
        assertThat(shown.block()).isNotNull().isNotEqualTo(new GeoPoint(40.00021, -83.00037));
        assertThat(shown.outcome()).isEqualTo("fixed");
    }

    @Test
    void reports_are_found_by_reference_by_the_beginning_of_a_word_and_by_two_chinese_characters() {
        var accepted = desk.submit(Actor.RESIDENT, light("Flickering lantern 幸福路的路灯坏了"), key());
        for (var words : List.of(accepted.reference().value(), "flicker lant", "路灯", "幸福路", "了")) {
            var search = new Worklist.Search(Worklist.Which.OPEN, words, null, List.of(), true, null);
            assertThat(desk.list(OFFICER, search).lines())
                    .as(words)
                    .extracting(Worklist.Line::reference)
                    .contains(accepted.reference());
        }
    }
}
