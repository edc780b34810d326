package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.springframework.beans.factory.annotation.Autowired;

@OpenbeatTest
class MainJobIT {
    @Autowired
    Dispatch dispatch;

    Room room;

    @BeforeEach
    void open() {
        room = new Room(dispatch);
    }

    @Test
    void a_call_becomes_an_incident_a_unit_goes_there_and_it_is_closed() {
        var incident = room.incident();
        var unit = room.unit();
        room.assign(incident, unit);
        room.status(unit, UnitStatus.ACKNOWLEDGED);
        room.status(unit, UnitStatus.EN_ROUTE);
        room.status(unit, UnitStatus.ON_SCENE);
        room.perform(new Command.Note(incident, "Both have calmed down", null));
        room.perform(new Command.Close(incident, "settled", null));

        var file = room.file(incident);
        assertThat(file.row().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(file.row().disposition()).isEqualTo("settled");
        assertThat(file.log())
                .extracting(IncidentFile.LogEntry::kind)
                .containsExactly(
                        LogKind.OPENED,
                        LogKind.UNIT_ASSIGNED,
                        LogKind.UNIT_ACKNOWLEDGED,
                        LogKind.UNIT_EN_ROUTE,
                        LogKind.UNIT_ON_SCENE,
                        LogKind.NOTE,
                        LogKind.UNIT_CLEARED,
                        LogKind.CLOSED);
        assertThat(room.statusOf(unit)).isEqualTo(UnitStatus.AVAILABLE);
        assertThat(dispatch.board(room.dispatcher).incidents()).isEmpty();
    }
}
