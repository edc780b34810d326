package org.openbeat.app.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The personal data of a thing are erased, for good. */
@Component
class ErasureAct implements DangerousAct {
    static final String KIND = "erasure";

    private final Erasing erasing;
    private final MessageSource messages;
    private final Clock clock;

    ErasureAct(Erasing erasing, MessageSource messages, Clock clock) {
        this.erasing = erasing;
        this.messages = messages;
        this.clock = clock;
    }

    static Act of(Subject subject, String reference, AgencyId agency) {
        return new Act(KIND, subject, agency, Map.of("reference", reference));
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

    static boolean covers(Actor actor, Act act) {
        var agency = actor.agency();
        return agency != null && act.agency().isWithin(agency);
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var extent = erasing.extent(act.subject(), now());
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("retention.effect.erase", new Object[] {act.particular("reference")}, language));
        extent.rows()
                .forEach((table, rows) ->
                        lines.add(messages.getMessage("retention.effect.rows", new Object[] {table, rows}, language)));
        extent.obstacles().forEach(key -> lines.add(messages.getMessage(key, null, language)));
        extent.holds()
                .forEach(hold -> lines.add(
                        messages.getMessage("retention.effect.held", new Object[] {hold.setByName()}, language)));
        lines.add(messages.getMessage("retention.effect.for-good", null, language));
        return lines;
    }

    /** More may come in before it is approved, and goes too; that it is held is decided when it happens. */
    @Override
    public String restsOn(Act act) {
        return act.subject().id();
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        erasing.erase(proposer, act.subject(), "request", now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
