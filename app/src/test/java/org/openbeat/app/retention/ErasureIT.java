package org.openbeat.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Camera;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.Worklist;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.desk.rights.DataRequest;
import org.openbeat.app.desk.rights.DataRequests;
import org.openbeat.app.desk.rights.Town;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Design, I9: personal data are erased everywhere, nobody else's with them, and the ledger still verifies. */
@OpenbeatTest
class ErasureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Access access;

    @Autowired
    Desk desk;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Photos photos;

    @Autowired
    Purposes purposes;

    @Autowired
    DataRequests requests;

    @Autowired
    Retention retention;

    @Autowired
    Approvals approvals;

    @Autowired
    Ledger ledger;

    @Autowired
    OpenbeatSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Actor chief;
    private Actor legal;
    private Actor dispatcher;

    /** Words that occur nowhere else, one set a test. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final String said = "Quellwort" + mark;
    private final String name = "Namewort" + mark;

    @BeforeEach
    void people() {
        town = new Town(access, desk);
        chief = town.staff(Role.STATION_CHIEF);
        legal = town.staff(Role.LEGAL_REVIEWER);
        dispatcher = town.staff(Role.DISPATCHER);
    }

    @AfterEach
    void noSchedules() {
        jdbc.sql("delete from retention.schedule").update();
    }

    private List<String> words() {
        return List.of(said, name, "Zusatzwort" + mark, "Notizwort" + mark, "街坊" + mark);
    }

    private Accepted urgentReport() {
        var draft = UUID.randomUUID().toString().getBytes();
        PhotoId photo = photos.add(draft, Camera.jpeg(64, 48, 1), 5);
        var report = town.report("person-in-danger", said + " 街坊" + mark + " is hurt", name, List.of(photo));
        desk.change(report.link(), new Change.Add("Zusatzwort" + mark));
        desk.change(chief, report.report(), new Change.Note("Notizwort" + mark + " was called"));
        return report;
    }

    private IncidentId incidentOf(Accepted report) {
        return new IncidentId(jdbc.sql("select incident from dispatch.incident_report where report = :id")
                .param("id", report.report().value())
                .query(UUID.class)
                .single());
    }

    private void perform(Command command) {
        dispatch.perform(dispatcher, command, new CommandKey(UUID.randomUUID().toString()));
    }

    private void close(Accepted report) {
        perform(new Command.Close(incidentOf(report), "settled", "Closed, said " + name));
        Town.awaitHeard(jdbc, report);
        if (desk.track(report.link()).orElseThrow().report().status().isOpen()) {
            desk.change(
                    chief,
                    report.report(),
                    new Change.Resolve(Outcome.resolving().getFirst(), said, false));
        }
    }

    private void erase(Accepted report) {
        var request = requests.ask(report.link(), DataRequest.Kind.ERASURE, "Forget " + name);
        requests.decide(chief, request, true, "The matter is over and no rule asks us to keep it");
        var waiting = requests.get(chief, request);
        assertThat(waiting.status()).isEqualTo(DataRequest.Status.PROPOSED);
        assertThatThrownBy(() -> approvals.approve(chief, proposal(waiting))).hasMessage("approval-own");
        approvals.approve(legal, proposal(waiting));
        assertThat(requests.get(chief, request).status()).isEqualTo(DataRequest.Status.DONE);
    }

    private static ProposalId proposal(DataRequest request) {
        return new ProposalId(java.util.Objects.requireNonNull(request.proposal()));
    }

    private static Subject subject(Accepted report) {
        return new Subject("report", report.report().value().toString());
    }

    @Test
    void what_is_erased_is_found_nowhere_and_the_ledger_and_another_receipt_still_verify() throws Exception {
        var other = town.report("street-light", "Bleibwort" + mark, "Other" + mark, List.of());
        var otherReceipt = ledger.awaitReceipt(subject(other), "desk.report-received", PATIENCE)
                .orElseThrow();
        var report = urgentReport();
        var own = ledger.awaitReceipt(subject(report), "desk.report-received", PATIENCE)
                .orElseThrow();
        var search = new Worklist.Search(Worklist.Which.OPEN, name, null, List.of(), true, null);
        desk.list(chief, search);
        purposes.breakGlass(
                chief, new Purpose.Covered(subject(report), report.reference().value()), name + " may be in danger");
        desk.open(chief, report.reference());
        close(report);
        assertThat(JdbcSought.tables(jdbc, words())).as("before").isNotEmpty();
        var before = ledger.verify().faults();
        erase(report);

        assertThat(JdbcSought.tables(jdbc, words())).isEmpty();
        assertThat(JdbcSought.files(settings.data(), words())).isEmpty();
        assertThat(jdbc.sql("select count(*) from desk.photo where report = :id")
                        .param("id", report.report().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(JdbcSought.tables(jdbc, List.of("Bleibwort" + mark)))
                .as("R-53: another's stay")
                .isNotEmpty();
        ledger.awaitReceipt(subject(report), "retention.personal-data-erased", PATIENCE);
        assertThat(ledger.verify().faults())
                .as("beside what other tests did to the database on purpose")
                .isSubsetOf(before);
        var verifier = new ReceiptVerifier(List.of(ledger.verifierKey()));
        assertThatCode(() -> verifier.verify(otherReceipt.bytes())).doesNotThrowAnyException();
        assertThatCode(() -> verifier.verify(own.bytes()))
                .as("its own, given before")
                .doesNotThrowAnyException();
        assertThat(ledger.awaitReceipt(subject(other), "desk.report-received", PATIENCE))
                .isPresent();
        assertThat(requests.erasedAt(report.report())).isPresent();
        assertThatThrownBy(() -> requests.ask(report.link(), DataRequest.Kind.COPY, ""))
                .hasMessage("report-erased");
    }

    @Test
    void r_53_a_dry_run_changes_nothing_and_says_table_by_table_what_would_go() {
        var report = urgentReport();
        close(report);
        var before = retention.extent(subject(report));
        assertThat(before.rows())
                .containsKeys(
                        "desk.report",
                        "desk.photo",
                        "desk.entry",
                        "dispatch.incident",
                        "dispatch.log_entry",
                        "ledger.entry",
                        "public.event_publication");
        assertThat(retention.extent(subject(report))).isEqualTo(before);
        assertThat(desk.track(report.link()).orElseThrow().report().content().description())
                .contains(said);
        erase(report);
        assertThat(retention.extent(subject(report)).total()).as("afterwards").isZero();
    }

    @Test
    void what_others_told_of_the_same_incident_stays() {
        var report = urgentReport();
        var incident = incidentOf(report);
        var call = new NewCall(
                "Caller" + mark,
                "555 0199",
                "Corner" + mark,
                null,
                LocationTrust.EXACT,
                "fight",
                null,
                "Anrufwort" + mark,
                null,
                incident,
                null);
        dispatch.takeCall(dispatcher, call, new CommandKey(UUID.randomUUID().toString()));
        close(report);
        erase(report);
        assertThat(JdbcSought.tables(jdbc, List.of("Caller" + mark, "Anrufwort" + mark)))
                .contains("dispatch.call Caller" + mark, "dispatch.call Anrufwort" + mark);
        assertThat(JdbcSought.tables(jdbc, List.of(said, "街坊" + mark))).isEmpty();
    }

    @Test
    void an_open_matter_and_a_legal_hold_bar_erasure_and_say_so() {
        var report = urgentReport();
        assertThat(retention.extent(subject(report)).obstacles())
                .contains("desk.rights.obstacle.open", "dispatch.records.obstacle.open");
        close(report);
        var until = clock.instant().plus(Duration.ofDays(30));
        var hold = retention.hold(
                chief, subject(report), report.reference().value(), chief.agency(), "A court asked for it", until);
        var request = requests.ask(report.link(), DataRequest.Kind.ERASURE, "");
        assertThatThrownBy(() -> requests.decide(chief, request, true, "Agreed"))
                .hasMessage("erasure-barred");
        retention.lift(chief, hold.id());
        requests.decide(chief, request, true, "Agreed");
        retention.hold(legal, subject(report), report.reference().value(), legal.agency(), "Asked again", until);
        assertThatThrownBy(() -> approvals.approve(legal, proposal(requests.get(chief, request))))
                .as("a hold that came between")
                .hasMessage("erasure-barred");
        assertThat(JdbcSought.tables(jdbc, List.of(said))).isNotEmpty();
    }

    @Test
    void no_example_starts_a_clock_and_a_schedule_takes_two() {
        var report = urgentReport();
        close(report);
        jdbc.sql("update desk.report set closed_at = closed_at - interval '9 years' where id = :id")
                .param("id", report.report().value())
                .update();
        assertThat(retention.kinds())
                .allSatisfy(kind -> assertThat(kind.confirmed()).isNull());
        assertThat(retention.plan().lines())
                .allSatisfy(line -> assertThat(line.due()).isEmpty());
        assertThat(retention.apply().values())
                .allSatisfy(erased -> assertThat(erased).isEmpty());

        var commander = town.staff(Role.COMMANDER);
        var proposal = retention.proposeSchedule(
                commander, "report", Period.ofYears(8), "Rule 7 of the made-up city", "As the council asked");
        assertThatThrownBy(() -> approvals.approve(commander, proposal)).hasMessage("approval-own");
        assertThat(retention.plan().lines())
                .allSatisfy(line -> assertThat(line.due()).isEmpty());
        approvals.approve(legal, proposal);
        assertThat(retention.plan().lines())
                .filteredOn(line -> line.kind().equals("report"))
                .singleElement()
                .satisfies(line -> assertThat(line.due())
                        .extracting(kept -> kept.reference())
                        .containsExactly(report.reference().value()));
        assertThat(retention.apply().get("report")).hasSize(1);
        assertThat(JdbcSought.tables(jdbc, words())).isEmpty();
        assertThat(retention.apply().get("report")).as("a second run").isEmpty();
    }

    @Test
    void what_came_back_with_an_older_backup_is_erased_again_from_the_list_outside(@TempDir Path folder)
            throws Exception {
        var report = urgentReport();
        close(report);
        erase(report);
        var list = settings.data().resolve("erasures.log");
        assertThat(Files.readString(list)).contains("report " + report.report().value());
        assertThat(Files.readString(list)).doesNotContain(name, said);
        jdbc.sql("update desk.report set description = :said, erased_at = null where id = :id")
                .param("said", said)
                .param("id", report.report().value())
                .update();
        var copy = Files.writeString(
                folder.resolve("list"),
                "not a line\n2026-01-01T00:00:00Z report " + report.report().value() + "\n");
        assertThat(retention.reapply(copy)).isEqualTo(1);
        assertThat(JdbcSought.tables(jdbc, List.of(said))).isEmpty();
        assertThat(retention.reapply(copy)).isZero();
    }
}
