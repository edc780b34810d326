package org.openbeat.app.desk.officer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.desk.events.OfficerAppointed;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appoints the named officer of each beat. Who was before stays on record with the time until when. */
@Service
public class BeatOfficers {
    private final JdbcBeatOfficers store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeatOfficers(JdbcBeatOfficers store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who answers for a beat.
     *
     * @param account id of the officer's account
     * @param name as residents read it
     * @param since since when, in UTC
     */
    public record Officer(BeatCode beat, String account, String name, AgencyId agency, Instant since) {}

    /**
     * Appoints an officer to a beat of the appointing chief's agency or of one below it.
     *
     * @throws Refusal {@code staff-only} unless a station chief or commander appoints
     */
    @Transactional
    public void appoint(Actor chief, BeatCode beat, AgencyId agency, String account, String name) {
        var own = chief.agency();
        if (own == null || !agency.isWithin(own) || !chief.hasAny(Role.STATION_CHIEF, Role.COMMANDER)) {
            throw new Refusal(Kind.FORBIDDEN, "staff-only");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.replace(new Officer(beat, account, name, agency, now), chief.id());
        events.publishEvent(new OfficerAppointed(beat, account, agency, chief, now));
    }

    public Optional<Officer> of(BeatCode beat) {
        return store.find(beat);
    }

    /** All that are appointed now, by beat. */
    public List<Officer> list() {
        return store.list();
    }

    /** The beats that an officer holds now. */
    public List<BeatCode> beatsOf(String account) {
        return store.list().stream()
                .filter(officer -> officer.account().equals(account))
                .map(Officer::beat)
                .toList();
    }
}
