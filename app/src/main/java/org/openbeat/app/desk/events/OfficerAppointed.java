package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Recordable;

/** A chief named the officer of a beat. */
public record OfficerAppointed(BeatCode beat, String account, AgencyId agency, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "desk.officer-appointed";
    }

    @Override
    public Subject subject() {
        return new Subject("beat", beat.value());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("account", account, "agency", agency.value());
    }
}
