package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import org.openbeat.app.dispatch.events.IncidentId;

/**
 * A card that was entered.
 *
 * @param number full number of the incident that it became, or was added to
 * @param happenedAt when the call came, as the card says
 * @param enteredAt when it was typed in
 */
public record CardEntry(
        int card, IncidentId incident, String number, Instant happenedAt, Instant enteredAt, String by) {}
