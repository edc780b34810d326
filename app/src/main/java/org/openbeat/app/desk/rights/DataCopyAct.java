package org.openbeat.app.desk.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.events.DataRequestMoved.Step;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Personal data leave: the copy for the person who asked. Two look, because it may tell of others as well. */
@Component
class DataCopyAct implements DangerousAct {
    static final String KIND = "personal-data-export";

    private final ObjectProvider<DataRequests> requests;
    private final JdbcDataRequests store;
    private final MessageSource messages;

    DataCopyAct(ObjectProvider<DataRequests> requests, JdbcDataRequests store, MessageSource messages) {
        this.requests = requests;
        this.store = store;
        this.messages = messages;
    }

    static Act of(DataRequest request) {
        return new Act(
                KIND,
                new Subject("data-request", request.id().toString()),
                request.agency(),
                Map.of("reference", request.reference().value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayPropose(Actor actor, Act act) {
        return actor.hasAny(Role.COMMUNITY_OFFICER, Role.STATION_CHIEF, Role.COMMANDER) && covers(actor, act);
    }

    @Override
    public boolean mayApprove(Actor actor, Act act) {
        return actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER, Role.LEGAL_REVIEWER) && covers(actor, act);
    }

    private static boolean covers(Actor actor, Act act) {
        var agency = actor.agency();
        return agency != null && act.agency().isWithin(agency);
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        return List.of(
                messages.getMessage("desk.rights.effect.copy", new Object[] {act.particular("reference")}, language),
                messages.getMessage("desk.rights.effect.copy.what", null, language));
    }

    @Override
    public String restsOn(Act act) {
        return request(act).kind().code();
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        requests.getObject().end(request(act), DataRequest.Status.DONE, null, null, Step.DONE, approver);
    }

    private DataRequest request(Act act) {
        return store.find(DataRequestId.of(act.subject().id())).orElseThrow();
    }
}
