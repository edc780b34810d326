package org.openbeat.app.dispatch.coverage;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.AgencyId;

/** The store of how much work there was. */
interface DemandHistory {

    /** For each beat how many incidents were opened since. */
    Map<String, Integer> incidentsByBeat(Instant since);

    /** How many units of the agency and below were busy on average, since then or since the first incident after it. */
    Load load(AgencyId agency, Instant since, Instant now);

    /**
     * @param busyUnits mean number of units that had work
     * @param assignmentsAnHour how many times an hour a unit was sent
     */
    record Load(double busyUnits, double assignmentsAnHour) {}
}
