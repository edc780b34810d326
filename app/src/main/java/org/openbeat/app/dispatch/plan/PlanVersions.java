package org.openbeat.app.dispatch.plan;

import java.util.List;
import java.util.Optional;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;

/** The store of published plans. */
interface PlanVersions {

    /** The newest of the agency, or of the nearest above it that has one. */
    Optional<PlanVersion> inForce(AgencyId agency);

    /** Those of the agency alone, newest first. */
    List<PlanVersion> of(AgencyId agency);

    /** False when the agency has one of that number already. */
    boolean add(PlanVersion version, Actor actor);
}
