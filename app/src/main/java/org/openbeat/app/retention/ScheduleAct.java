package org.openbeat.app.retention;

import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.retention.events.ScheduleConfirmed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A schedule comes into force, or another period takes its place. It holds for the whole installation. */
@Component
class ScheduleAct implements DangerousAct {
    static final String KIND = "retention-schedule";

    private final JdbcRetention store;
    private final Schedules schedules;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleAct(
            JdbcRetention store,
            Schedules schedules,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.schedules = schedules;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    static Act of(String kind, Period period, String basis, AgencyId agency) {
        return new Act(
                KIND,
                new Subject("retention-schedule", kind),
                agency,
                Map.of("period", period.toString(), "basis", basis));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A tree's root alone: whoever decides for everyone must answer for everyone. */
    @Override
    public boolean mayPropose(Actor actor, Act act) {
        return actor.hasAny(Role.COMMANDER, Role.LEGAL_REVIEWER) && atTheRoot(actor);
    }

    @Override
    public boolean mayApprove(Actor actor, Act act) {
        return actor.hasAny(Role.COMMANDER, Role.LEGAL_REVIEWER, Role.ADMINISTRATOR) && atTheRoot(actor);
    }

    private static boolean atTheRoot(Actor actor) {
        var agency = actor.agency();
        return agency != null && !agency.value().contains("/");
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var kind = messages.getMessage("retention.kind." + act.subject().id(), null, language);
        return List.of(
                messages.getMessage(
                        "retention.effect.schedule", new Object[] {kind, act.particular("period")}, language),
                messages.getMessage("retention.effect.basis", new Object[] {act.particular("basis")}, language),
                messages.getMessage("retention.effect.daily", null, language));
    }

    @Override
    public String restsOn(Act act) {
        return schedules
                .confirmed(act.subject().id())
                .map(now -> now.period().toString())
                .orElse("none");
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var period = Period.parse(act.particular("period"));
        store.put(new Schedule(act.subject().id(), period, act.particular("basis"), now), proposer, approver);
        events.publishEvent(new ScheduleConfirmed(act.subject().id(), period, proposer, now));
    }
}
