package org.openbeat.app.desk.open311;

import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;

/** A system that may send reports, for an agency that answers for it. */
record Partner(String name, AgencyId agency) {

    Actor actor() {
        return Actor.partner(name, agency);
    }
}
