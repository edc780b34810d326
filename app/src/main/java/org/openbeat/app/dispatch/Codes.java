package org.openbeat.app.dispatch;

import java.util.Optional;
import org.openbeat.app.dispatch.incident.Priority;

/** The lists that an organisation may change: incident types and dispositions. */
interface Codes {

    /** The priority of an open type. */
    Optional<Priority> priorityOf(String type);

    /** What a resident may read of an open disposition. */
    Optional<String> publicOutcomeOf(String disposition);
}
