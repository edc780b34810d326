package org.openbeat.app.dispatch.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.dispatch.events.IncidentId;

/** The store of what the board showed. */
public interface ShownRows {

    /** Keeps them; one that is kept already stays as it is. */
    void keep(Collection<Shown> rows);

    /** Open incidents of which no row was ever kept: those from before anything was recorded. */
    List<UUID> incidentsNeverShown();

    /** Units in service of which no row was ever kept. */
    List<UUID> unitsNeverShown();

    /** The rows of the incidents that were on the board at that moment and that the reader sees now. */
    List<Then> incidents(Scope reader, Instant at);

    /** The rows of the units at that moment. */
    List<Then> units(Scope reader, Instant at);

    /** All that was ever shown of an incident, oldest first. */
    List<Shown> of(IncidentId incident, int most);

    /** Forgets what was shown before, and keeps of each thing that is still there what was shown last before it. */
    int forget(Instant before);

    /**
     * A row of a moment.
     *
     * @param closedAt when the incident was closed, as it is known now; null for one that is open, and for units
     */
    record Then(Shown shown, @Nullable Instant closedAt) {}
}
