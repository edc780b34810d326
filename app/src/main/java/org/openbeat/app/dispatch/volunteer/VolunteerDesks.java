package org.openbeat.app.dispatch.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;

/** The store of desks for helpers and of their shifts. */
public interface VolunteerDesks {

    void open(VolunteerDesk desk, Actor actor);

    /** Closes it, and with it every shift. */
    void close(UUID desk, Instant at);

    /** Closes every desk of an incident that ends. */
    void closeAll(IncidentId incident, Instant at);

    List<VolunteerDesk> of(IncidentId incident);

    /** The open desk, of an open incident, behind a secret. */
    Optional<VolunteerDesk> find(String secret);

    /** Begins a shift; false when the desk has closed. */
    boolean come(VolunteerShift shift);

    Optional<VolunteerShift> shift(UUID desk, String secret);

    /** Ends a shift; false when it has ended. */
    boolean leave(UUID shift, Instant at);

    /** By name, then by when they came. */
    List<VolunteerShift> shifts(IncidentId incident);
}
