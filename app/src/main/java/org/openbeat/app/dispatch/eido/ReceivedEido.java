package org.openbeat.app.dispatch.eido;

import org.openbeat.app.dispatch.events.IncidentId;

/** The newest EIDO that a partner sent of an incident, and which incident of ours it became. */
record ReceivedEido(IncidentId incident, String partner, Eido eido) {}
