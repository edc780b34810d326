package org.openbeat.app.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.AgencyId;

/** The store of whose an incident is and who sees it. Every change grows the version and counts as contact. */
public interface IncidentSharing {

    /** @param keepReading whether the agency that was responsible, and those below it, go on reading it */
    void handOver(IncidentId id, AgencyId agency, boolean keepReading, Instant at);

    /** Limits it to the accounts named, or lifts the limit with null. */
    void restrict(IncidentId id, @Nullable Set<String> named, Instant at);

    /** That there is an incident which the reader does not see: "not visible" is never silent. */
    Optional<Hidden> hidden(IncidentId id);

    /** What may be said of it. */
    record Hidden(String number, boolean restricted) {}

    /** Agencies that must see it by rule: the responsible one and those with which it is shared. */
    List<String> agencies(IncidentId id);
}
