package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.access.purpose.Notices;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Why a member of staff reads the data of a person (issue 3, invariant I3). */
@OpenbeatTest
class PurposeIT {
    private static final AgencyId TOWN = new AgencyId("city");
    private static final AgencyId BODY = new AgencyId("purpose-oversight");

    @Autowired
    Desk desk;

    @Autowired
    Purposes purposes;

    @Autowired
    Notices notices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    Actor officer = Actor.SYSTEM;

    @BeforeEach
    void people() {
        for (var agency : List.of(TOWN, BODY)) {
            if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
                access.addAgency(Actor.SYSTEM, agency, "Made Up " + agency, null);
            }
        }
        officer = staff(TOWN, "Otto Ordinary", Role.COMMUNITY_OFFICER);
    }

    private Actor staff(AgencyId agency, String name, Role role) {
        var account = new NewAccount("made.up." + UUID.randomUUID(), name, "long enough secret", agency, Set.of(role));
        return access.openAccount(Actor.SYSTEM, account);
    }

    private Accepted report(String category, String sender, Map<String, List<String>> answers) {
        var sent = new NewReport(
                category,
                "Purposeword of " + sender,
                Whereabouts.described("by the pond"),
                null,
                answers,
                List.of(),
                new Contact(sender, "", "", false),
                Locale.ENGLISH,
                Channel.WEB,
                false);
        var accepted = desk.submit(
                Actor.RESIDENT, sent, new SubmissionKey(UUID.randomUUID().toString()));
        jdbc.sql("update desk.report set agency = :agency where id = :id")
                .param("agency", TOWN.value())
                .param("id", accepted.report().value())
                .update();
        return accepted;
    }

    private Accepted report(String sender) {
        return report("question", sender, Map.of());
    }

    private static Purpose.Covered wanted(Accepted report) {
        return new Purpose.Covered(
                new Subject("report", report.report().value().toString()),
                report.reference().value());
    }

    private static void assertRefused(String type, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private void close(Accepted report) {
        desk.change(officer, report.report(), new Change.Resolve(Outcome.FIXED, "", false));
        later(report);
    }

    /** A day later, and told: a change that no act announces is what the audit of the ledger looks for. */
    private void later(Accepted report) {
        var id = report.report().value();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update desk.report set closed_at = closed_at - interval '1 day', officer = null where id = :id")
                    .param("id", id)
                    .update();
            events.publishEvent(new DayPassed(id));
        });
    }

    private record DayPassed(UUID id) implements Recordable {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }

        @Override
        public String action() {
            return "test.day-passed";
        }

        @Override
        public Subject subject() {
            return new Subject("test", id.toString());
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    private List<Map<String, Object>> records(Actor reader) {
        return jdbc.sql("select * from access.lookup where account = :account order by at")
                .param("account", reader.id())
                .query()
                .listOfRows();
    }

    @Test
    void R75_nobody_reads_a_person_without_a_purpose_tied_to_an_open_item_and_each_look_up_is_recorded_with_it() {
        var sought = report("Lou Madeup");
        var work = report("Kim Madeup");
        assertThatThrownBy(() -> desk.open(officer, sought.reference())).isInstanceOf(PurposeRequired.class);
        assertThatThrownBy(() -> desk.requireOpen(officer, sought.reference())).isInstanceOf(PurposeRequired.class);
        assertThat(records(officer)).isEmpty();

        var purpose =
                purposes.state(officer, PurposeKind.REPORT, work.reference().value(), wanted(sought));
        desk.open(officer, sought.reference());

        assertThat(records(officer))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("basis", "PURPOSE")
                        .containsEntry("purpose", purpose.id())
                        .containsEntry("purpose_kind", "REPORT")
                        .containsEntry("role", "COMMUNITY_OFFICER")
                        .containsEntry("agency", TOWN.value())
                        .containsEntry("label", sought.reference().value()));
        assertThat(jdbc.sql("""
                                select count(*) from ledger.entry
                                where action = 'access.person-data-read' and subject_id = :id""")
                        .param("id", sought.report().value().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_purpose_is_checked_it_ends_when_its_holder_ends_it_and_a_closed_item_is_none() {
        var sought = report("Lou Madeup");
        var closed = report("Kim Madeup");
        close(closed);
        assertRefused(
                "purpose-item-closed",
                () -> purposes.state(
                        officer, PurposeKind.REPORT, closed.reference().value(), wanted(sought)));
        assertRefused(
                "purpose-item-unknown", () -> purposes.state(officer, PurposeKind.REPORT, "ZZZZ-ZZZZ", wanted(sought)));
        assertRefused(
                "purpose-kind-unknown", () -> purposes.state(officer, PurposeKind.BREAK_GLASS, "x", wanted(sought)));

        purposes.state(officer, PurposeKind.REPORT, sought.reference().value(), wanted(sought));
        desk.open(officer, closed.reference());
        purposes.end(officer);
        assertThatThrownBy(() -> desk.open(officer, sought.reference())).isInstanceOf(PurposeRequired.class);
    }

    @Test
    void a_purpose_opens_nothing_after_its_time() {
        var sought = report("Lou Madeup");
        var purpose =
                purposes.state(officer, PurposeKind.REPORT, sought.reference().value(), wanted(sought));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update access.purpose set ends_at = stated_at where id = :id")
                    .param("id", purpose.id())
                    .update();
            events.publishEvent(new DayPassed(purpose.id()));
        });
        assertThatThrownBy(() -> desk.open(officer, sought.reference())).isInstanceOf(PurposeRequired.class);
    }

    @Test
    void one_purpose_opens_no_more_than_a_handful_of_records() {
        var work = report("Kim Madeup");
        purposes.state(officer, PurposeKind.REPORT, work.reference().value(), wanted(work));
        for (int i = 0; i < 25; i++) {
            desk.open(officer, report("Lou Madeup").reference());
        }
        var next = report("Lou Madeup");
        assertThatThrownBy(() -> desk.open(officer, next.reference())).isInstanceOf(PurposeRequired.class);
    }

    @Test
    void whoever_works_on_a_report_is_asked_nothing_until_it_has_been_closed_for_a_while() {
        var report = report("Lou Madeup");
        desk.change(officer, report.report(), new Change.TakeOn());
        desk.open(officer, report.reference());
        desk.change(officer, report.report(), new Change.Resolve(Outcome.FIXED, "", false));
        desk.open(officer, report.reference());

        later(report);
        assertThatThrownBy(() -> desk.open(officer, report.reference())).isInstanceOf(PurposeRequired.class);
    }

    @Test
    void a_sender_who_asks_opens_their_own_report_alone_closed_too_and_reads_that_they_asked() {
        var own = report("Lou Madeup");
        var other = report("Kim Madeup");
        close(own);
        assertRefused(
                "purpose-other-report",
                () -> purposes.state(
                        officer, PurposeKind.SENDER_ASKED, other.reference().value(), wanted(own)));
        purposes.state(officer, PurposeKind.SENDER_ASKED, own.reference().value(), wanted(own));
        desk.open(officer, own.reference());
        assertThatThrownBy(() -> desk.open(officer, other.reference())).isInstanceOf(PurposeRequired.class);

        assertThat(desk.track(own.link()).orElseThrow().openings())
                .extracting(Tracked.Opening::why)
                .containsExactly("SENDER_ASKED");
    }

    @Test
    void break_glass_opens_at_once_tells_the_chief_and_oversight_and_is_justified_once() {
        var chief = staff(TOWN, "Chief Madeup", Role.STATION_CHIEF);
        var body = staff(BODY, "Olga Madeup", Role.OVERSIGHT);
        var sought = report("Lou Madeup");
        assertRefused("purpose-reason-missing", () -> purposes.breakGlass(officer, wanted(sought), " "));
        var broken = purposes.breakGlass(officer, wanted(sought), "A child is missing");
        desk.open(officer, sought.reference());

        for (var told : List.of(chief, body)) {
            assertThat(notices.list(told)).anySatisfy(notice -> {
                assertThat(notice.purpose().id()).isEqualTo(broken.id());
                assertThat(notice.name()).isEqualTo("Otto Ordinary");
                assertThat(notice.seen()).isFalse();
            });
        }
        assertThat(notices.list(staff(TOWN, "Commander Madeup", Role.COMMANDER)))
                .isEmpty();
        assertThat(desk.track(sought.link()).orElseThrow().openings())
                .extracting(Tracked.Opening::why)
                .containsExactly("BREAK_GLASS");

        assertRefused("not-found", () -> purposes.justify(chief, broken.id(), "Not mine"));
        purposes.justify(officer, broken.id(), "The child was found.");
        assertRefused("glass-justified", () -> purposes.justify(officer, broken.id(), "Again"));
        assertThat(purposes.toJustify(officer)).isEmpty();
    }

    @Test
    void break_glass_opens_the_one_thing_it_was_broken_for() {
        var other = report("Kim Madeup");
        purposes.breakGlass(officer, wanted(report("Lou Madeup")), "A child is missing");
        assertThatThrownBy(() -> desk.open(officer, other.reference())).isInstanceOf(PurposeRequired.class);
    }

    @Test
    void looking_up_oneself_ones_family_name_or_a_colleague_is_flagged_and_never_refused() {
        staff(TOWN, "Carla Colleaguson", Role.PATROL_OFFICER);
        assertThat(flagsOf("Otto ORDINARY")).contains("SELF");
        assertThat(flagsOf("Berta Ördinary")).isEqualTo("{FAMILY_NAME}");
        assertThat(flagsOf("Lou Madeup")).isEqualTo("{}");
    }

    private String flagsOf(String sender) {
        var report = report(sender);
        var reader = staff(TOWN, "Otto Ordinary", Role.COMMUNITY_OFFICER);
        desk.change(reader, report.report(), new Change.TakeOn());
        desk.open(reader, report.reference());
        return records(reader).getLast().get("flags").toString();
    }

    @Test
    void words_without_a_purpose_find_open_reports_alone_and_show_no_place() {
        var open = report("Wombatson Madeup");
        var closed = report("Wombatson Madeup");
        close(closed);
        var search = new Worklist.Search(Worklist.Which.ALL, "wombatson", null, List.of(), true, null);
        var list = desk.list(officer, search);
        assertThat(list.narrowed()).isTrue();
        assertThat(list.lines()).extracting(Worklist.Line::reference).containsExactly(open.reference());
        assertThat(list.lines().getFirst().place()).isNull();

        purposes.state(officer, PurposeKind.REPORT, open.reference().value(), wanted(open));
        var whole = desk.list(officer, search);
        assertThat(whole.narrowed()).isFalse();
        assertThat(whole.lines()).hasSize(2);
        assertThat(records(officer)).extracting(row -> row.get("act")).containsOnly("SEARCHED");
    }

    @Test
    void a_complaint_about_an_officer_is_read_by_oversight_and_by_nobody_of_the_chain_of_command() {
        var complaint = report("officer-conduct", "Lou Madeup", Map.of("kind", List.of("force")));
        var search =
                new Worklist.Search(Worklist.Which.ALL, complaint.reference().value(), null, List.of(), true, null);
        for (var role : List.of(Role.STATION_CHIEF, Role.COMMANDER, Role.COMMUNITY_OFFICER, Role.DISPATCHER)) {
            var superior = staff(TOWN, "Superior Madeup", role);
            assertThat(desk.list(superior, search).lines()).as(role.name()).isEmpty();
            assertRefused("report-unknown", () -> desk.open(superior, complaint.reference()));
            assertRefused(
                    "report-unknown", () -> desk.change(superior, complaint.report(), new Change.Reply("We looked")));
        }
        var body = staff(BODY, "Olga Madeup", Role.OVERSIGHT);
        assertThat(desk.list(body, search).lines()).hasSize(1);
        assertThat(desk.open(body, complaint.reference()).report().content().description())
                .contains("Purposeword");
        assertThat(desk.track(complaint.link()).orElseThrow().openings())
                .extracting(Tracked.Opening::why)
                .containsExactly("OVERSIGHT");
        assertRefused(
                "report-unknown", () -> desk.open(body, report("Kim Madeup").reference()));
    }

    @Test
    void access_records_are_kept_as_they_are() {
        var report = report("Lou Madeup");
        desk.change(officer, report.report(), new Change.TakeOn());
        desk.open(officer, report.reference());
        assertThatThrownBy(() -> jdbc.sql("update access.lookup set account = 'x' where account = :account")
                        .param("account", officer.id())
                        .update())
                .hasMessageContaining("kept as they are");
    }
}
