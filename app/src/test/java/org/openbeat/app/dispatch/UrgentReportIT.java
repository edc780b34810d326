package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.spi.UrgentReports;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpenbeatTest
class UrgentReportIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    UrgentReports urgent;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Room room;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
    }

    @Test
    void an_urgent_report_is_an_incident_in_the_transaction_that_stores_it_or_neither_is_there() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    urgent.open(report("fight", Room.SQUARE, false), Actor.RESIDENT, clock.instant());
                    throw new IllegalStateException("the desk could not store it");
                }))
                .hasMessageContaining("desk");
        assertThat(dispatch.board(room.dispatcher).incidents()).isEmpty();

        var incident = opened(report("fight", Room.SQUARE, false));
        assertThat(incident.trust()).isEqualTo(LocationTrust.EXACT);
        assertThat(incident.priority().level()).isEqualTo(2);
        assertThat(dispatch.file(room.dispatcher, incident.id()).reports()).hasSize(1);
    }

    @Test
    void R47_a_report_with_an_approximate_position_is_not_dispatched_on_without_confirmation() {
        var incident = opened(report("fight", Room.SQUARE, true));
        var unit = room.unit();
        assertThatThrownBy(() -> room.assign(incident.id(), unit)).hasMessage("location-unconfirmed");
    }

    @Test
    void a_report_of_a_type_that_dispatch_does_not_know_is_not_lost() {
        assertThat(opened(report("unheard-of", null, false)).type()).isEqualTo("other");
    }

    @Test
    void whoever_reported_hears_each_step_also_when_the_incident_was_joined_to_another() {
        var report = report("fight", Room.SQUARE, false);
        var incident = opened(report);
        var original = room.incident();
        room.perform(new Command.Join(incident.id(), original));
        var unit = room.unit();
        room.assign(original, unit);
        room.status(unit, UnitStatus.EN_ROUTE);
        room.status(unit, UnitStatus.ON_SCENE);
        room.perform(new Command.Close(original, "settled", null));
        room.perform(new Command.Reopen(original, "It began again"));

        var facts = jdbc.sql("""
                        select event_type from event_publication where serialized_event like :report
                        order by publication_date""")
                .param("report", "%" + report.report().value() + "%")
                .query(String.class)
                .list();
        assertThat(names(facts))
                .containsSubsequence(
                        "IncidentOpened",
                        "UnitAssigned",
                        "UnitEnRoute",
                        "UnitArrived",
                        "IncidentClosed",
                        "IncidentReopened");
    }

    private static List<String> names(List<String> types) {
        var names = new ArrayList<String>();
        types.forEach(type -> names.add(type.substring(type.lastIndexOf('.') + 1)));
        return names;
    }

    private IncidentRow opened(UrgentReports.UrgentReport report) {
        transaction.executeWithoutResult(status -> urgent.open(report, Actor.RESIDENT, clock.instant()));
        return dispatch.board(room.dispatcher).incidents().getLast();
    }

    private UrgentReports.UrgentReport report(String type, @Nullable GeoPoint point, boolean approximate) {
        var id = UUID.randomUUID();
        return new UrgentReports.UrgentReport(
                new ReportId(id),
                new Reference("T-" + id),
                type,
                2,
                room.agency,
                null,
                point,
                "1 Market Square",
                approximate,
                "They are fighting");
    }
}
